package ma.jazari.partnerships.convention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.jazari.partnerships.agreement.Contribution;
import ma.jazari.partnerships.agreement.ConventionDomain;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.Digest;
import ma.jazari.partnerships.agreement.Party;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.Renewal;
import ma.jazari.partnerships.agreement.Term;
import ma.jazari.partnerships.attachment.AttachedFile;
import ma.jazari.partnerships.lifecycle.Approval;
import ma.jazari.partnerships.lifecycle.Attention;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Course.Notice;
import ma.jazari.partnerships.lifecycle.Course.Suspension;
import ma.jazari.partnerships.lifecycle.Health;
import ma.jazari.partnerships.lifecycle.Signature;
import ma.jazari.partnerships.lifecycle.SignatureProposal;
import ma.jazari.partnerships.lifecycle.Text;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What is published of a convention: to its parties at once, to everybody once it is in force. What nothing has happened
 * to yet is absent.
 *
 * @param signatureProposal the ceremony at which it was to be signed
 * @param proposedRevision of one that has never been in force; an amendment under negotiation is its parties' affair
 * @param renewals how often the term that runs was renewed
 * @param expiringWithinDays what the last reminder of the end said
 */
record ConventionState(
        String id,
        String code,
        ConventionStatus status,
        List<LocalText> titles,
        ConventionKind kind,
        List<ConventionDomain> domains,
        PartyRef ownerParty,
        List<Party> parties,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable Renewal renewal,
        List<Term> terms,
        List<Contribution> contributions,
        List<ShownObligation> obligations,
        @Nullable List<String> annexes,
        @Nullable List<AttachedFile> attachments,
        boolean southSouth,
        int revision,
        Digest digest,
        @Nullable List<Approval> approvals,
        @Nullable List<Signature> signatures,
        @Nullable SignatureProposal signatureProposal,
        @Nullable Integer proposedRevision,
        @Nullable Integer inForceRevision,
        @Nullable LocalDate inForceSince,
        @Nullable LocalDate endsOn,
        @Nullable Integer renewals,
        @Nullable Notice notice,
        @Nullable Suspension suspension,
        @Nullable LocalDate endedOn,
        @Nullable Integer expiringWithinDays,
        @Nullable Health health,
        @Nullable List<Attention> attention,
        boolean sample,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static ConventionState of(Convention convention) {
        var agreement = convention.agreement();
        var course = convention.course();
        var text = convention.text();
        var said = text.assent().withoutPersons();
        return new ConventionState(
                convention.id(),
                convention.code(),
                convention.status(),
                agreement.titles(),
                agreement.kind(),
                agreement.domains(),
                convention.owner(),
                agreement.parties(),
                agreement.effectiveFrom(),
                agreement.effectiveTo(),
                agreement.renewal(),
                agreement.terms(),
                agreement.contributions(),
                ShownObligation.of(agreement.obligations(), convention.obligationFacts()),
                agreement.annexes(),
                unlessEmpty(convention.attachments().stream()
                        .filter(convention::isOpen)
                        .toList()),
                text.southSouth(),
                text.revision(),
                new Digest(Digest.JCS_SHA256_V1, text.digest()),
                unlessEmpty(said.approvals()),
                unlessEmpty(said.signatures()),
                convention.signatureProposal(),
                convention.amendment().isPresent() ? null : convention.proposedRevision(),
                convention.inForceRevision(),
                course.inForceSince(),
                course.endsOn(),
                course.renewals() == 0 ? null : course.renewals(),
                course.notice(),
                course.suspension(),
                course.endedOn(),
                course.remindedDays(),
                convention.health(),
                unlessEmpty(convention.attention()),
                convention.sample(),
                convention.version(),
                convention.createdAt(),
                convention.updatedAt());
    }

    /** The same record with another of its texts. */
    ConventionState with(Text text) {
        var agreement = text.agreement();
        return new ConventionState(
                id,
                code,
                status,
                agreement.titles(),
                agreement.kind(),
                agreement.domains(),
                ownerParty,
                agreement.parties(),
                agreement.effectiveFrom(),
                agreement.effectiveTo(),
                agreement.renewal(),
                agreement.terms(),
                agreement.contributions(),
                ShownObligation.of(agreement.obligations(), List.of()),
                agreement.annexes(),
                attachments,
                text.southSouth(),
                text.revision(),
                new Digest(Digest.JCS_SHA256_V1, text.digest()),
                text.assent().approvals(),
                text.assent().signatures(),
                signatureProposal,
                proposedRevision,
                inForceRevision,
                inForceSince,
                endsOn,
                renewals,
                notice,
                suspension,
                endedOn,
                expiringWithinDays,
                health,
                attention,
                sample,
                version,
                createdAt,
                updatedAt);
    }

    static <T> @Nullable List<T> unlessEmpty(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
