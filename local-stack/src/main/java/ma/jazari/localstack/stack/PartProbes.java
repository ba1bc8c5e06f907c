package ma.jazari.localstack.stack;

import ma.jazari.localstack.LocalStackException;

/** The probes of all parts, for whoever did not start them. */
public final class PartProbes {

    private final StackPlan plan;

    public PartProbes(StackOptions options) {
        this.plan = StackPlan.of(options);
    }

    /** @throws LocalStackException that names the parts there are, when the options ask for another */
    public static void requireKnown(StackOptions options) {
        StackPlan.of(options);
    }

    public boolean isReady(String part) {
        return plan.parts().stream()
                .filter(definition -> definition.name().equals(part))
                .anyMatch(definition -> definition.probe().isReady());
    }
}
