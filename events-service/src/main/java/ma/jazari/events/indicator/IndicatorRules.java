package ma.jazari.events.indicator;

import ma.jazari.events.figure.Aggregation;
import ma.jazari.events.figure.Decimals;
import ma.jazari.events.figure.Derivation;
import ma.jazari.events.figure.FigureSource;
import ma.jazari.events.programme.Titles;
import ma.jazari.events.time.Days;
import ma.jazari.platform.problem.Violations;

/** The rules of an indicator that span several of its properties. */
final class IndicatorRules {

    private final IndicatorRequest request;
    private final Violations violations;

    IndicatorRules(IndicatorRequest request, Violations violations) {
        this.request = request;
        this.violations = violations;
    }

    void check() {
        Titles.check(request.titles(), violations);
        Days.check("/targetDate", request.targetDate(), violations);
        if (Decimals.of(request.target()).compareTo(Decimals.of(request.baselineOrDefault())) == 0) {
            violations.add("/target", "must differ from the baseline");
        }
        derivation();
    }

    private void derivation() {
        var derivation = request.derivation();
        if (request.sourceOrDefault() == FigureSource.MEASUREMENTS) {
            if (derivation != null) {
                violations.add("/derivation", "must be absent unless source is REGISTRY");
            }
        } else if (derivation == null) {
            violations.add("/derivation", "is required where source is REGISTRY: what is counted");
        } else if (request.aggregation() != aggregation(derivation)) {
            violations.add("/aggregation", "must be " + aggregation(derivation) + " of " + derivation);
        }
    }

    /** What happens is added up; what is in force is in force at a time. */
    private static Aggregation aggregation(Derivation derivation) {
        return switch (derivation) {
            case PROGRAM_EVENTS_HELD, PEOPLE_TRAINED -> Aggregation.SUM;
            case CONVENTIONS_IN_FORCE, SOUTH_SOUTH_CONVENTIONS -> Aggregation.LATEST;
        };
    }
}
