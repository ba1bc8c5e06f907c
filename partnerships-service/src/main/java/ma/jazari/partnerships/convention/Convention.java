package ma.jazari.partnerships.convention;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.attachment.AttachedFile;
import ma.jazari.partnerships.attachment.AttachmentPurpose;
import ma.jazari.partnerships.lifecycle.Act;
import ma.jazari.partnerships.lifecycle.Attention;
import ma.jazari.partnerships.lifecycle.Consent.To;
import ma.jazari.partnerships.lifecycle.Consents;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Course;
import ma.jazari.partnerships.lifecycle.Course.Notice;
import ma.jazari.partnerships.lifecycle.Course.Suspension;
import ma.jazari.partnerships.lifecycle.Deadline;
import ma.jazari.partnerships.lifecycle.Deadlines;
import ma.jazari.partnerships.lifecycle.Happening;
import ma.jazari.partnerships.lifecycle.Health;
import ma.jazari.partnerships.lifecycle.ObligationFact.Evidence;
import ma.jazari.partnerships.lifecycle.ObligationFacts;
import ma.jazari.partnerships.lifecycle.Signature;
import ma.jazari.partnerships.lifecycle.SignatureProposal;
import ma.jazari.partnerships.lifecycle.Text;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** An agreement between parties. Changes only by its methods, each of which leaves it in a state that the rules allow. */
@Entity
public class Convention extends StoredConvention {

    /** For Hibernate. */
    protected Convention() {}

    static Convention draft(String id, String code, Draft draft, Instant now) {
        var convention = new Convention();
        convention.id = id;
        convention.code = code;
        convention.status = ConventionStatus.DRAFT;
        convention.revision = 1;
        convention.version = 1;
        convention.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        convention.course = Course.NOT_BEGUN;
        convention.consents = List.of();
        convention.obligationFacts = List.of();
        convention.attachments = List.of();
        convention.attention = List.of();
        Annexes.check(draft.agreement(), convention.attachments);
        convention.set(draft, now);
        return convention;
    }

    /** Writes the draft anew. @throws Problem 409 once it was proposed: then a new text is a new revision */
    void rewrite(Draft draft, Instant now) {
        if (status != ConventionStatus.DRAFT) {
            throw Problem.conflict("The convention is " + status + "; only a draft is changed in place. "
                    + "Counter a proposal, or propose an amendment of what is in force.");
        }
        Annexes.check(draft.agreement(), attachments);
        set(draft, now);
    }

    /** Whom to write to is no part of what is agreed, and changes as long as there is something to write about. */
    void changeContacts(List<ConventionContact> now, Instant at) {
        contacts = now;
        touch(at);
    }

    private void set(Draft draft, Instant now) {
        ownerKey = draft.owner().key();
        contacts = draft.contacts();
        sample = draft.sample();
        setText(Text.of(revision, draft.agreement(), draft.southSouth()));
        touch(now);
    }

    private void setText(Text text) {
        revision = text.revision();
        latestRevision = Math.max(latestRevision, revision);
        obligationFacts = ObligationFacts.kept(
                agreement == null ? List.of() : agreement.obligations(),
                text.agreement().obligations(),
                obligationFacts);
        agreement = text.agreement();
        digest = text.digest();
        southSouth = text.southSouth();
        assent = text.assent();
        kind = agreement.kind();
        domains = agreement.domains().stream().map(Enum::name).toList();
        partyKeys = agreement.organisations().stream().map(PartyRef::key).toList();
        contacts = contacts.stream()
                .filter(contact -> agreement.organisations().contains(contact.party()))
                .toList();
    }

    private void touch(Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
        insiderKeys = insiders().stream().map(PartyRef::key).toList();
        awaitedActs = Awaited.of(this).stream().map(Awaited::key).toList();
    }

    /** Puts its text before the parties; from then on that text is a revision and does not change. */
    Happening propose(boolean isSouthSouth, Act act) {
        checkIsComplete(agreement);
        setText(Text.of(revision, agreement, isSouthSouth));
        proposedRevision = revision;
        return moved(ConventionStatus.PROPOSED, Happening.PROPOSED, act);
    }

    /** Puts another text before the parties in place of the one that is there; what was said to that is void. */
    Happening counter(Agreement changed, boolean isSouthSouth, Act act) {
        checkIsComplete(changed);
        var text = Text.of(latestRevision + 1, changed, isSouthSouth);
        checkDiffers(text, digest);
        setText(text);
        proposedRevision = revision;
        return moved(ConventionStatus.PROPOSED, Happening.COUNTERED, act);
    }

    /** A party's yes to the proposed text; the last one that it needs makes it the approved one. */
    Happening approve(Act act) {
        setText(text().approved(act));
        return text().isApprovedByAll(text().deciders())
                ? moved(ConventionStatus.APPROVED, Happening.APPROVED, act)
                : happened(Happening.APPROVAL_GIVEN, act);
    }

    Happening withdrawApproval(Act act) {
        setText(text().withoutApprovalOf(act.onBehalfOf()));
        return happened(Happening.APPROVAL_WITHDRAWN, act);
    }

    Happening reject(Act act) {
        proposedRevision = null;
        return moved(ConventionStatus.REJECTED, Happening.REJECTED, act);
    }

    Happening withdraw(Act act) {
        proposedRevision = null;
        return moved(ConventionStatus.WITHDRAWN, Happening.WITHDRAWN, act);
    }

    /** Whether a ceremony that was held has something to say: it waits for signatures, now or once it is approved. */
    public boolean takesSignatureProposal(SignatureProposal proposal) {
        boolean isToBeSigned =
                switch (status) {
                    case DRAFT, PROPOSED, APPROVED -> true;
                    case SIGNED, IN_FORCE, SUSPENDED, TERMINATION_NOTICED, TERMINATED, EXPIRED, REJECTED, WITHDRAWN ->
                        false;
                };
        return isToBeSigned && !proposal.equals(signatureProposal);
    }

    /** A ceremony was held at which it was to be signed; who is to sign does so as ever. */
    public Happening proposeSignature(SignatureProposal proposal, Act act) {
        signatureProposal = proposal;
        return happened(Happening.SIGNATURE_PROPOSED, act);
    }

    /** A signature of the text that counts; the last one that an approved text needs makes it the signed one. */
    public Happening sign(Signature signature, Act act) {
        setText(text().signed(signature));
        return status == ConventionStatus.APPROVED && text().isSigned()
                ? moved(ConventionStatus.SIGNED, Happening.SIGNED, act)
                : happened(Happening.SIGNATURE_GIVEN, act);
    }

    /** Says which of its parties are not as they were. */
    Happening attend(List<Attention> now, Act act) {
        boolean more = !attention.containsAll(now);
        attention = now;
        return happened(more ? Happening.ATTENTION_RAISED : Happening.ATTENTION_CLEARED, act);
    }

    /** A file more; an annex that comes to a draft is part of its text. */
    public Happening attach(AttachedFile file, Act act) {
        attachments = plus(attachments, file);
        if (status == ConventionStatus.DRAFT && file.purpose() == AttachmentPurpose.ANNEX) {
            var annexes = agreement.annexesOrNone();
            var withIt = annexes.contains(file.digest()) ? annexes : plus(annexes, file.digest());
            setText(Text.of(revision, agreement.withAnnexes(withIt), southSouth));
        }
        return happened(isOpen(file) ? Happening.ATTACHMENT_ADDED : Happening.PRIVATE_ATTACHMENT_ADDED, act);
    }

    private static <T> List<T> plus(List<T> list, T entry) {
        return Stream.concat(list.stream(), Stream.of(entry)).toList();
    }

    /** What is owed under the key is done. @throws Problem 404, 409 */
    public Happening fulfil(String key, Evidence evidence, LocalDate on, Act act) {
        checkIsInForce();
        obligationFacts = ObligationFacts.fulfilled(obligationFacts, key, evidence, on, act);
        return happened(Happening.OBLIGATION_FULFILLED, act);
    }

    /** What is owed under the key need not be done. @throws Problem 404, 409 */
    public Happening waive(String key, Act act) {
        checkIsInForce();
        obligationFacts = ObligationFacts.waived(obligationFacts, key, act);
        return happened(Happening.OBLIGATION_WAIVED, act);
    }

    private void checkIsInForce() {
        if (inForceRevision == null) {
            throw Problem.conflict("The convention is " + status + "; obligations are owed while it is in force.");
        }
    }

    /** Proposes another text for what is in force, or another amendment in place of the one that is proposed. */
    Happening proposeAmendment(Agreement changed, boolean isSouthSouth, Act act) {
        checkIsComplete(changed);
        var before = amendment;
        var text = Text.of(latestRevision + 1, changed, isSouthSouth);
        checkDiffers(text, before == null ? digest : before.digest());
        checkDiffers(text, digest);
        latestRevision = text.revision();
        amendment = text;
        proposedRevision = latestRevision;
        return happened(before == null ? Happening.AMENDMENT_PROPOSED : Happening.AMENDMENT_COUNTERED, act);
    }

    /** A party's yes to the amendment; once all have said it who decide on either text, the amendment is in force. */
    Happening approveAmendment(Act act) {
        var approved = proposedAmendment().approved(act);
        amendment = approved;
        if (!approved.isApprovedByAll(amendmentDeciders())) {
            return happened(Happening.AMENDMENT_APPROVAL_GIVEN, act);
        }
        course = course.amended(agreement, approved.agreement());
        // What was wanted of the old text is not wanted of the new one.
        consents = List.of();
        setText(approved.inForceFrom(act.today()));
        inForceRevision = revision;
        dropAmendment();
        return moved(ConventionStatus.IN_FORCE, Happening.AMENDED, act);
    }

    Happening withdrawAmendmentApproval(Act act) {
        amendment = proposedAmendment().withoutApprovalOf(act.onBehalfOf());
        return happened(Happening.AMENDMENT_APPROVAL_WITHDRAWN, act);
    }

    /** Ends the negotiation of an amendment without one. */
    Happening endAmendment(Happening how, Act act) {
        dropAmendment();
        return happened(how, act);
    }

    private void dropAmendment() {
        amendment = null;
        proposedRevision = null;
    }

    /** Enters into force: from now on everybody sees it. */
    private Happening enterIntoForce(Act act) {
        course = course.begun(agreement, act.today());
        setText(text().inForceFrom(Objects.requireNonNull(course.inForceSince(), "what has begun has a first day")));
        inForceRevision = revision;
        proposedRevision = null;
        return moved(ConventionStatus.IN_FORCE, Happening.ENTERED_INTO_FORCE, act);
    }

    Happening suspend(Act act) {
        course = course.suspended(new Suspension(act.party(), act.today()));
        return moved(ConventionStatus.SUSPENDED, Happening.SUSPENDED, act);
    }

    Happening resume(Act act) {
        course = course.suspended(null);
        return moved(ConventionStatus.IN_FORCE, Happening.RESUMED, act);
    }

    /** @param on the first day on which it is to be over; null for the earliest that the text allows */
    Happening giveNotice(@Nullable LocalDate on, Act act) {
        var earliest = course.earliestTermination(agreement, act.today());
        if (on != null && on.isBefore(earliest)) {
            throw Problem.invalid("/terminatesOn", "must not be before " + earliest + ": the text asks for notice");
        }
        course = course.noticed(new Notice(act.onBehalfOf(), act.today(), on == null ? earliest : on));
        consents = List.of();
        return moved(ConventionStatus.TERMINATION_NOTICED, Happening.TERMINATION_NOTICED, act);
    }

    Happening takeNoticeBack(Act act) {
        course = course.noticed(null);
        return moved(ConventionStatus.IN_FORCE, Happening.NOTICE_WITHDRAWN, act);
    }

    /** A party's word for the end, or the network administrator's, which does at once. */
    Happening terminate(@Nullable String reason, Act act) {
        if (act.party() != null && !isWantedByAll(To.TERMINATION, reason, act)) {
            return happened(Happening.CONSENT_GIVEN, act);
        }
        return end(ConventionStatus.TERMINATED, Happening.TERMINATED, act.today(), act);
    }

    /** A party's word for going on after the end of the term. */
    public Happening renew(Act act) {
        if (!course.mayBeRenewed(agreement)) {
            throw Problem.conflict("The text has no renewal that is left, or no end and length to renew it by; "
                    + "an amendment can give it another end.");
        }
        if (!isWantedByAll(To.RENEWAL, null, act)) {
            return happened(Happening.CONSENT_GIVEN, act);
        }
        return renewed(act);
    }

    private Happening renewed(Act act) {
        course = course.renewed(agreement);
        consents = Consents.without(To.RENEWAL, consents);
        return happened(Happening.RENEWED, act);
    }

    /** Takes a party's word back before all have given theirs. */
    public Happening withdrawConsent(To to, Act act) {
        consents = Consents.withoutWordOf(act.onBehalfOf(), to, consents);
        return happened(Happening.CONSENT_WITHDRAWN, act);
    }

    private boolean isWantedByAll(To to, @Nullable String reason, Act act) {
        consents = Consents.with(to, reason, act, consents);
        return Consents.areOfAll(text().deciders(), to, consents);
    }

    /** @param on the day on which it is over, which may have passed before anybody looked */
    private Happening end(ConventionStatus ended, Happening how, LocalDate on, Act act) {
        var inForceFrom = assent.inForceFrom();
        // A text that came into force after its own end was over with the day on which it did.
        course = course.ended(inForceFrom == null || on.isAfter(inForceFrom) ? on : inForceFrom);
        inForceRevision = null;
        consents = List.of();
        dropAmendment();
        return moved(ended, how, act);
    }

    /** What a day has brought, if its day has come: of several, the earliest. */
    Optional<Deadline> due(LocalDate today) {
        return Deadlines.next(facts(), today);
    }

    /** Carries out what a day has brought. */
    Happening meet(Deadline deadline, Act act) {
        return switch (deadline.kind()) {
            case EFFECTIVE -> enterIntoForce(act);
            case RENEWAL -> renewed(act);
            case EXPIRY -> end(ConventionStatus.EXPIRED, Happening.EXPIRED, deadline.effect(), act);
            case TERMINATION -> end(ConventionStatus.TERMINATED, Happening.TERMINATED, deadline.effect(), act);
            case EXPIRY_REMINDER -> {
                course = course.remindedBy(act.today());
                yield happened(Happening.EXPIRING, act);
            }
            case OBLIGATION_REMINDER -> {
                obligationFacts = ObligationFacts.nearing(obligationFacts, deadline.key());
                yield happened(Happening.OBLIGATION_DUE_SOON, act);
            }
            case OBLIGATION -> {
                obligationFacts = ObligationFacts.lapsed(obligationFacts, deadline.key(), deadline.due());
                yield happened(Happening.OBLIGATION_LAPSED, act);
            }
            case NOTICE -> throw new IllegalStateException("nothing follows from the last day of notice");
        };
    }

    private Happening moved(ConventionStatus to, Happening how, Act act) {
        status = to;
        return happened(how, act);
    }

    private Happening happened(Happening how, Act act) {
        health = status.isPublished() && !status.isEnded() ? Health.of(obligationFacts) : null;
        touch(act.at());
        return how;
    }

    private static void checkDiffers(Text changed, String digest) {
        if (changed.digest().equals(digest)) {
            throw Problem.invalid("/revision", "must change the text: its digest is that of the one that is there");
        }
    }

    private static void checkIsComplete(Agreement agreement) {
        Completeness.violation(agreement).ifPresent(incomplete -> {
            throw Problem.conflict(incomplete);
        });
    }
}
