package ma.jazari.partnerships.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import ma.jazari.partnerships.partner.PartnerDirectory;
import ma.jazari.partnerships.partner.PartnerPolicy;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Who knows of a partner's webhooks: those who act for it, and the network administrator. For others there are none. */
@ApplicationScoped
class WebhookPolicy {

    private final PartnerDirectory partners;

    WebhookPolicy(PartnerDirectory partners) {
        this.partners = partners;
    }

    /** @throws Problem 400 for what cannot be an id, 404 for a stranger and for a partner that there is not */
    void check(String partnerId, Actor actor) {
        PublicId.checked('p', partnerId);
        if (!actor.isNetworkAdmin() && !actor.actsFor(PartnerPolicy.SUBJECT, partnerId)) {
            throw unknown(partnerId);
        }
    }

    /** @throws Problem 404 if there is no such partner, 409 if it was merged into another */
    void checkTakesWebhooks(String partnerId) {
        var partner = partners.find(List.of(partnerId)).stream().findFirst().orElseThrow(() -> unknown(partnerId));
        if (partner.successorId() != null) {
            throw Problem.conflict("It was merged into " + partner.successorId() + ". Make the webhook for that one.")
                    .with("successorId", partner.successorId());
        }
    }

    /** @throws Problem 404 if there is no such partner */
    void checkExists(String partnerId) {
        if (partners.find(List.of(partnerId)).isEmpty()) {
            throw unknown(partnerId);
        }
    }

    private static Problem unknown(String partnerId) {
        return Problem.notFound("partner with webhooks", partnerId);
    }
}
