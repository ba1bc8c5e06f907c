package ma.jazari.events.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.RecordImage;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Writes the changes of measurements into the log; the programmes that they are of are public. */
@ApplicationScoped
class MeasurementLog {

    private final ChangeLog changes;

    MeasurementLog(ChangeLog changes) {
        this.changes = changes;
    }

    void append(Measurement measurement, @Nullable String reason, Actor actor) {
        var subject = new Subject(MeasurementPolicy.SUBJECT, measurement.id());
        var type = measurement.status().changeType();
        var state = image(measurement).state();
        changes.append(new NewChange(type, subject, measurement.version(), state, null, null, reason), actor);
    }

    /** The measurement as the log keeps it. */
    RecordImage image(Measurement measurement) {
        return new RecordImage(changes.tree(measurement.state()), null);
    }
}
