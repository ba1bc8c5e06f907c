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
        measurements.countedTwice(UUID.fromString(programme.id()), parent).ifPresent(twice -> {
            throw Problem.conflict("The figures of the two would count twice: " + twice.institute() + " has reported "
                            + twice.indicator() + " for " + twice.day()
                            + " both in the programme or its parts and above."
                            + " Have one of the measurements disputed, or corrected for other days, and move it then.")
                    .with("instituteId", twice.institute())
                    .with("indicator", twice.indicator());
        });
    }
}
