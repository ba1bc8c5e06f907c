package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Text;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** What parties say to the text that is proposed to them: yes, or no longer yes. */
@ApplicationScoped
public class ApprovalService {

    private final ConventionWriter writer;
    private final NamedText named;
    private final Parties parties;
    private final Acting acting;

    ApprovalService(ConventionWriter writer, NamedText named, Parties parties, Acting acting) {
        this.writer = writer;
        this.named = named;
        this.parties = parties;
        this.acting = acting;
    }

    /** A party approves; once more from the same party changes nothing. */
    @Transactional
    public Convention approve(String id, ExpectedVersion expected, ApprovalRequest request, Actor actor) {
        var convention = writer.lock(id, expected, actor);
        var text = proposal(convention, actor);
        named.check(convention, text, request.revision(), request.digest(), actor);
        var act = acting.of(request.party(), convention.approvers(), "/party", actor);
        if (text.assent().isApprovedBy(request.party())) {
            return convention;
        }
        boolean amendment = convention.amendment().isPresent();
        if (amendment) {
            // The last approval puts it in force, and by then all must still stand as parties must.
            parties.checkedForProposal(text.agreement(), actor);
        }
        writer.change(convention, found -> amendment ? found.approveAmendment(act) : found.approve(act), null, actor);
        writer.catchUp(convention);
        return convention;
    }

    /**
     * A party takes its approval back, as long as others are awaited.
     *
     * @param named the party's id; null for the one that the actor acts for
     */
    @Transactional
    public Convention withdraw(String id, ExpectedVersion expected, @Nullable String named, Actor actor) {
        var convention = writer.lock(id, expected, actor);
        var text = proposal(convention, actor);
        var act = named == null
                ? acting.of(null, convention.approvers(), actor)
                : acting.of(party(named), convention.approvers(), "party", actor);
        if (act.party() == null) {
            throw Problem.invalid("party", "is required: whose approval is taken back");
        }
        if (!text.assent().isApprovedBy(act.party())) {
            throw Problem.notFound("approval of", act.party().toString());
        }
        boolean amendment = convention.amendment().isPresent();
        writer.change(
                convention,
                found -> amendment ? found.withdrawAmendmentApproval(act) : found.withdrawApproval(act),
                null,
                actor);
        return convention;
    }

    private static PartyRef party(String id) {
        return PartyRef.ofId(id)
                .orElseThrow(
                        () -> Problem.invalid("party", "\"" + id + "\" is not an id of an institute or a partner"));
    }

    /** @throws Problem 409 where nothing is up for approval */
    private static Text proposal(Convention convention, Actor actor) {
        boolean open = convention.status() == ConventionStatus.PROPOSED
                || (convention.status() == ConventionStatus.IN_FORCE
                        && convention.amendment().isPresent());
        if (!open) {
            throw ConventionPolicy.notNow(
                    convention,
                    actor,
                    "No text is up for approval: approvals are given and taken back while one is proposed.");
        }
        return convention.proposal().orElseThrow();
    }
}
