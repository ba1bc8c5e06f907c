package ma.jazari.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.RecordImage;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Writes the changes of programmes into the log. */
@ApplicationScoped
class ProgrammeLog {

    private final ChangeLog changes;

    ProgrammeLog(ChangeLog changes) {
        this.changes = changes;
    }

    void append(String type, Programme programme, @Nullable String reason, Actor actor) {
        var subject = new Subject(ProgrammePolicy.SUBJECT, programme.id());
        var audience = ProgrammePolicy.audience(programme);
        changes.append(
                new NewChange(
                        type, subject, programme.version(), image(programme).state(), null, audience, reason),
                actor);
    }

    /** The programme as the log keeps it. */
    RecordImage image(Programme programme) {
        return new RecordImage(changes.tree(programme.state()), null);
    }
}
