package ma.jazari.partnerships.webhook;

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
import org.jspecify.annotations.Nullable;

/** Writes down what happened to webhooks, for those who act for the partner. */
@ApplicationScoped
class WebhookLog {

    private final ChangeLog changes;

    WebhookLog(ChangeLog changes) {
        this.changes = changes;
    }

    /** @param type a past-tense fact, for instance {@code webhook.disabled} */
    @Transactional(Transactional.TxType.MANDATORY)
    void append(String type, Webhook webhook, @Nullable String reason, Actor actor) {
        var audience = List.of(new Scope(PartnerPolicy.SUBJECT, webhook.partnerId()).toString());
        var state = image(webhook).state();
        changes.append(new NewChange(type, subject(webhook), webhook.version(), state, null, audience, reason), actor);
    }

    /** The webhook as the log keeps it: without its secrets. */
    RecordImage image(Webhook webhook) {
        return new RecordImage(changes.tree(WebhookState.of(webhook)), null);
    }

    static Subject subject(Webhook webhook) {
        return new Subject(Webhook.SUBJECT, webhook.id().toString());
    }
}
