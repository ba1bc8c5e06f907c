package ma.jazari.events.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import ma.jazari.events.programme.Programme;
import ma.jazari.events.programme.TreeRule;
import ma.jazari.platform.problem.Problem;

/** A programme cannot come under one for which an institute has reported the same indicator for the same days. */
@ApplicationScoped
class MeasurementTreeRule implements TreeRule {

    private final MeasurementRepository measurements;

    MeasurementTreeRule(MeasurementRepository measurements) {
        this.measurements = measurements;
    }

    @Override
    public void checkMove(Programme programme, UUID parent) {
        if (measurements.wouldCountTwice(UUID.fromString(programme.id()), parent)) {
            throw Problem.conflict("An institute has reported the same indicator for the same days in both programmes,"
                    + " or in programmes above or below them: its figures would count twice.");
        }
    }
}
