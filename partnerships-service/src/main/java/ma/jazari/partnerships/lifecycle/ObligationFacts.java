package ma.jazari.partnerships.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ma.jazari.partnerships.agreement.Obligation;
import ma.jazari.partnerships.lifecycle.ObligationFact.Evidence;
import ma.jazari.platform.problem.Problem;

/** What has become of the obligations of a convention, one fact for each, in their order. */
public final class ObligationFacts {

    private ObligationFacts() {}

    /**
     * Those of a text: what is known of an obligation stays when the new text has the same one. With another day, what was
     * fulfilled or waived stays; where another party owes it, or something else is owed, it begins anew.
     */
    public static List<ObligationFact> kept(
            List<Obligation> before, List<Obligation> after, List<ObligationFact> known) {
        return after.stream()
                .map(obligation -> find(known, obligation.key())
                        .filter(fact -> stays(fact, before, obligation))
                        .orElseGet(() -> ObligationFact.pending(obligation.key())))
                .toList();
    }

    private static boolean stays(ObligationFact fact, List<Obligation> before, Obligation after) {
        return before.stream()
                .filter(obligation -> obligation.key().equals(after.key()))
                .anyMatch(obligation -> obligation.party().equals(after.party())
                        && obligation.deliverable().equals(after.deliverable())
                        && (Objects.equals(obligation.due(), after.due()) || fact.isSettled()));
    }

    public static Optional<ObligationFact> find(List<ObligationFact> facts, String key) {
        return facts.stream().filter(fact -> fact.key().equals(key)).findFirst();
    }

    public static List<ObligationFact> nearing(List<ObligationFact> facts, String key) {
        return changed(facts, key, ObligationFact::nearing);
    }

    /** @param due the last day on which it could have been fulfilled in time */
    public static List<ObligationFact> lapsed(List<ObligationFact> facts, String key, LocalDate due) {
        return changed(facts, key, fact -> fact.lapsed(due.plusDays(1)));
    }

    public static List<ObligationFact> fulfilled(
            List<ObligationFact> facts, String key, Evidence evidence, LocalDate on, Act act) {
        return changed(owed(facts, key), key, fact -> fact.fulfilled(evidence, on, act));
    }

    public static List<ObligationFact> waived(List<ObligationFact> facts, String key, Act act) {
        return changed(owed(facts, key), key, fact -> fact.waived(act));
    }

    /** The facts, if what has this key is still owed: what has lapsed can be done late, or waived. */
    private static List<ObligationFact> owed(List<ObligationFact> facts, String key) {
        var fact = find(facts, key).orElseThrow(() -> Problem.notFound("obligation", key));
        if (fact.isSettled()) {
            throw Problem.conflict("The obligation " + key + " is " + fact.state() + " already.");
        }
        return facts;
    }

    private static List<ObligationFact> changed(
            List<ObligationFact> facts, String key, UnaryOperator<ObligationFact> change) {
        return facts.stream()
                .map(fact -> fact.key().equals(key) ? change.apply(fact) : fact)
                .toList();
    }
}
