package ma.jazari.partnerships.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import ma.jazari.partnerships.agreement.CanonicalForm;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.partnerships.convention.AmendmentService;
import ma.jazari.partnerships.convention.ApprovalRequest;
import ma.jazari.partnerships.convention.ApprovalService;
import ma.jazari.partnerships.convention.ConsentRequest;
import ma.jazari.partnerships.convention.ConsentService;
import ma.jazari.partnerships.convention.Convention;
import ma.jazari.partnerships.convention.ConventionMoves;
import ma.jazari.partnerships.convention.RevisionTransitionRequest;
import ma.jazari.partnerships.convention.TransitionRequest;
import ma.jazari.partnerships.lifecycle.Consent;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Signature.Method;
import ma.jazari.partnerships.lifecycle.Text;
import ma.jazari.partnerships.sandbox.CounterpartyTable.Counterparty;
import ma.jazari.partnerships.sandbox.Script.Step;
import ma.jazari.partnerships.signing.SignatureRequest;
import ma.jazari.partnerships.signing.SignatureService;
import ma.jazari.partnerships.time.Today;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.security.Actor;

/** Does what a script says, by the same use cases as any partner's system. */
@ApplicationScoped
class Hands {

    private static final String WRONG_DIGEST = "0".repeat(64);
    private static final int USUAL_YEARS = 3;

    private final ConventionMoves moves;
    private final AmendmentService amendments;
    private final ApprovalService approvals;
    private final SignatureService signatures;
    private final ConsentService consents;
    private final Today today;

    Hands(
            ConventionMoves moves,
            AmendmentService amendments,
            ApprovalService approvals,
            SignatureService signatures,
            ConsentService consents,
            Today today) {
        this.moves = moves;
        this.amendments = amendments;
        this.approvals = approvals;
        this.signatures = signatures;
        this.consents = consents;
        this.today = today;
    }

    /** @param text the one that is proposed, or else the one that counts */
    void carryOut(Step step, Counterparty self, Convention convention, Text text) {
        var actor = Counterparties.actor(self);
        var party = new PartyRef(PartyType.PARTNER, self.partnerId());
        var any = ExpectedVersion.of("*");
        switch (step) {
            case APPROVE ->
                approvals.approve(
                        convention.id(), any, new ApprovalRequest(party, text.revision(), text.digest()), actor);
            case APPROVE_BY_A_WRONG_DIGEST ->
                approvals.approve(
                        convention.id(), any, new ApprovalRequest(party, text.revision(), WRONG_DIGEST), actor);
            case COUNTER -> amendments.propose(convention.id(), any, laterEnd(text), actor);
            case REJECT -> reject(convention, text, actor);
            case SIGN -> signatures.sign(convention.id(), any, signature(self, party, text), actor);
            case CONSENT_TO_TERMINATION ->
                consents.give(convention.id(), any, new ConsentRequest(Consent.To.TERMINATION, party, null), actor);
            case CONSENT_TO_RENEWAL ->
                consents.give(convention.id(), any, new ConsentRequest(Consent.To.RENEWAL, party, null), actor);
        }
    }

    private void reject(Convention convention, Text text, Actor actor) {
        var any = ExpectedVersion.of("*");
        var reason = "La contrepartie d'essai refuse.";
        if (convention.amendment().isPresent()) {
            var end = new RevisionTransitionRequest(RevisionTransitionRequest.To.REJECTED, reason);
            amendments.end(convention.id(), text.revision(), any, end, actor);
        } else {
            var move = new TransitionRequest(ConventionStatus.REJECTED, reason, null, null, null);
            moves.move(convention.id(), any, move, actor);
        }
    }

    private MergePatch laterEnd(Text text) {
        LocalDate end = text.agreement().effectiveTo();
        var later = end == null ? today.get().plusYears(USUAL_YEARS) : end.plusYears(1);
        return new MergePatch(JsonNodeFactory.instance.objectNode().put("effectiveTo", later.toString()));
    }

    private static SignatureRequest signature(Counterparty self, PartyRef party, Text text) {
        var payload = CanonicalForm.of(text.agreement()).getBytes(StandardCharsets.UTF_8);
        var jws = PractiseKey.of(self.key()).sign(payload);
        return new SignatureRequest(party, text.revision(), text.digest(), Method.JWS, jws, null, null);
    }
}
