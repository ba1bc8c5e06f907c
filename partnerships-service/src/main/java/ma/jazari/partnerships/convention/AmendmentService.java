package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.lifecycle.ConventionMove;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Happening;
import ma.jazari.partnerships.lifecycle.Text;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** New texts for what is in force, which stays in force while they are negotiated; and for what is proposed. */
@ApplicationScoped
public class AmendmentService {

    private final ConventionWriter writer;
    private final Parties parties;
    private final TextPatch patch;
    private final Acting acting;

    AmendmentService(ConventionWriter writer, Parties parties, TextPatch patch, Acting acting) {
        this.writer = writer;
        this.parties = parties;
        this.patch = patch;
        this.acting = acting;
    }

    /**
     * Proposes another text: of what is in force an amendment, in place of one that is proposed already; of what is
     * proposed a counter.
     */
    @Transactional
    public Convention propose(String id, ExpectedVersion expected, MergePatch changes, Actor actor) {
        var convention = writer.lock(id, expected, actor);
        var changed = patch.apply(changes.patch(), convention, base(convention), "", actor);
        boolean southSouth = parties.checkedForProposal(changed, actor);
        var act = acting.forAny(convention.insiders(), actor);
        boolean counter = convention.status() == ConventionStatus.PROPOSED;
        writer.change(
                convention,
                found -> counter
                        ? found.counter(changed, southSouth, act)
                        : found.proposeAmendment(changed, southSouth, act),
                null,
                actor);
        return convention;
    }

    /** Ends the negotiation of an amendment: whoever is party withdraws it, and a party that decides rejects it. */
    @Transactional
    public Convention end(
            String id, int revision, ExpectedVersion expected, RevisionTransitionRequest request, Actor actor) {
        var convention = writer.lock(id, expected, actor);
        var amendment = convention.amendment().map(Text::revision).orElse(0);
        if (amendment != revision) {
            throw Problem.conflict("Revision " + revision + " is no amendment under negotiation"
                    + (amendment == 0 ? "." : "; revision " + amendment + " is."));
        }
        if (request.to() == RevisionTransitionRequest.To.REJECTED) {
            ConventionPolicy.checkDecidesOnAmendment(convention, actor);
        }
        var act = acting.forAny(convention.insiders(), actor);
        var how = request.to() == RevisionTransitionRequest.To.REJECTED
                ? Happening.AMENDMENT_REJECTED
                : Happening.AMENDMENT_WITHDRAWN;
        writer.change(convention, found -> found.endAmendment(how, act), request.reason(), actor);
        return convention;
    }

    private static Agreement base(Convention convention) {
        return switch (convention.status()) {
            case PROPOSED -> convention.agreement();
            case IN_FORCE -> convention.amendment().map(Text::agreement).orElse(convention.agreement());
            default ->
                throw Problem.moveNotAllowed(
                        convention.status(),
                        convention.status().isPublished() ? ConventionStatus.IN_FORCE : ConventionStatus.PROPOSED,
                        List.copyOf(openTo(convention)));
        };
    }

    private static List<ConventionStatus> openTo(Convention convention) {
        return ConventionMove.from(convention.status()).stream()
                .filter(ConventionMove::isAskedFor)
                .map(ConventionMove::to)
                .toList();
    }
}
