package ma.jazari.partnerships.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import ma.jazari.partnerships.partner.PartnerDirectory;
import ma.jazari.partnerships.partner.PartnerPolicy;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Who knows of a partner's clients: those who act for it, and the network administrator, who alone makes them. */
@ApplicationScoped
class ClientPolicy {

    private final PartnerDirectory partners;

    ClientPolicy(PartnerDirectory partners) {
        this.partners = partners;
    }

    /** @throws Problem 404 for a stranger and for a partner that there is not */
    void check(String partnerId, Actor actor) {
        PublicId.checked('p', partnerId);
        boolean mayKnow = actor.isNetworkAdmin() || actor.actsFor(PartnerPolicy.SUBJECT, partnerId);
        if (!mayKnow || partners.find(List.of(partnerId)).isEmpty()) {
            throw Problem.notFound("partner with clients", partnerId);
        }
    }

    /** @throws Problem 404 for a stranger, 403 for the partner itself, 409 if it was merged into another */
    void checkMakes(String partnerId, Actor actor) {
        check(partnerId, actor);
        if (!actor.isNetworkAdmin()) {
            throw Problem.forbidden("Only the network administrator makes clients. You may rotate your secret.");
        }
        partners.find(List.of(partnerId)).stream()
                .filter(partner -> partner.successorId() != null)
                .findFirst()
                .ifPresent(partner -> {
                    throw Problem.conflict(
                            "It was merged into " + partner.successorId() + ". Make the client for that one.");
                });
    }
}
