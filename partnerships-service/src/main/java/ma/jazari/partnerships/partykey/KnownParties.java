package ma.jazari.partnerships.partykey;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.institutecopy.InstituteCopies;
import ma.jazari.partnerships.partner.PartnerDirectory;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Whether there are organisations that a caller may know of: institutes by the local copy, partners by their own table. */
@ApplicationScoped
class KnownParties {

    private final InstituteCopies institutes;
    private final PartnerDirectory partners;

    KnownParties(InstituteCopies institutes, PartnerDirectory partners) {
        this.institutes = institutes;
        this.partners = partners;
    }

    /** @throws Problem 400 for what cannot be its id; 404 for one that is unknown, or not public and a stranger's */
    void check(PartyRef party, Actor actor) {
        PublicId.checked(party.type().idPrefix(), party.id());
        boolean known =
                switch (party.type()) {
                    case INSTITUTE -> isKnownInstitute(party, actor);
                    case PARTNER -> !partners.find(List.of(party.id())).isEmpty();
                };
        if (!known) {
            throw Problem.notFound(party.type().name().toLowerCase(Locale.ROOT), party.id());
        }
    }

    private boolean isKnownInstitute(PartyRef party, Actor actor) {
        return institutes.find(List.of(party.id())).stream()
                .anyMatch(copy -> copy.isPublic() || actor.seesEverything() || party.representedBy(actor));
    }
}
