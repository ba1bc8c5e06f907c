package ma.jazari.partnerships.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import ma.jazari.partnerships.partner.PartnerPolicy;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.RecordImage;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Scope;

/** Writes down what happened to clients, for those who act for the partner. */
@ApplicationScoped
class ClientLog {

    private final ChangeLog changes;

    ClientLog(ChangeLog changes) {
        this.changes = changes;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void append(String type, PartnerClient client, Actor actor) {
        var audience = List.of(new Scope(PartnerPolicy.SUBJECT, client.partnerId()).toString());
        var subject = new Subject(PartnerClient.SUBJECT, client.id().toString());
        var state = image(client).state();
        changes.append(new NewChange(type, subject, client.version(), state, null, audience, client.reason()), actor);
    }

    /** The client as the log keeps it: without its secrets. */
    RecordImage image(PartnerClient client) {
        return new RecordImage(changes.tree(ClientState.of(client)), null);
    }
}
