package ma.jazari.institutes.administrator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.RecordImage;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Scope;

/** Writes down who was made an administrator and who is one no more, for those who act for the institute. */
@ApplicationScoped
class AdministratorLog {

    private final ChangeLog changes;

    AdministratorLog(ChangeLog changes) {
        this.changes = changes;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void append(String type, Grant grant, Actor actor) {
        var audience =
                List.of(new Scope(InstitutePolicy.SUBJECT, grant.appointment().instituteId()).toString());
        var subject = new Subject(Grant.SUBJECT, grant.id().toString());
        changes.append(
                new NewChange(type, subject, grant.version(), image(grant).state(), null, audience, null), actor);
    }

    /** As the log keeps it. */
    RecordImage image(Grant grant) {
        return new RecordImage(changes.tree(AdministratorState.of(grant)), null);
    }
}
