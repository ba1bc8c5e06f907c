package ma.jazari.partnerships.convention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.Obligation.ObligationState;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.attachment.AttachedFile;
import ma.jazari.partnerships.attachment.AttachmentPurpose;
import ma.jazari.partnerships.lifecycle.Act;
import ma.jazari.partnerships.lifecycle.Assent;
import ma.jazari.partnerships.lifecycle.Attention;
import ma.jazari.partnerships.lifecycle.Consent;
import ma.jazari.partnerships.lifecycle.Consent.To;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Course;
import ma.jazari.partnerships.lifecycle.Course.Notice;
import ma.jazari.partnerships.lifecycle.Course.Suspension;
import ma.jazari.partnerships.lifecycle.Deadline;
import ma.jazari.partnerships.lifecycle.Deadlines;
import ma.jazari.partnerships.lifecycle.Deadlines.Facts;
import ma.jazari.partnerships.lifecycle.Happening;
import ma.jazari.partnerships.lifecycle.Health;
import ma.jazari.partnerships.lifecycle.ObligationFact;
import ma.jazari.partnerships.lifecycle.ObligationFact.Evidence;
import ma.jazari.partnerships.lifecycle.ObligationFacts;
import ma.jazari.partnerships.lifecycle.Signature;
import ma.jazari.partnerships.lifecycle.Text;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An agreement between parties. Changes only by its methods, each of which leaves it in a state that the rules allow. */
@Entity
public class Convention {

    @Id
    private String id;

    private String code;

    @Enumerated(EnumType.STRING)
    private ConventionStatus status;

    @Enumerated(EnumType.STRING)
    private ConventionKind kind;

    @Column(name = "domains")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> domains;

    @Column(name = "owner_key")
    private String ownerKey;

    @Column(name = "party_keys")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> partyKeys;

    @JdbcTypeCode(SqlTypes.JSON)
    private Agreement agreement;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ConventionContact> contacts;

    @Column(name = "insider_keys")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> insiderKeys;

    @Column(name = "awaited_acts")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> awaitedActs;

    @Column(name = "south_south")
    private boolean southSouth;

    private int revision;

    private String digest;

    @Column(name = "proposed_revision")
    private @Nullable Integer proposedRevision;

    @Column(name = "in_force_revision")
    private @Nullable Integer inForceRevision;

    @Column(name = "latest_revision")
    private int latestRevision;

    @JdbcTypeCode(SqlTypes.JSON)
    private Assent assent;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Text amendment;

    @JdbcTypeCode(SqlTypes.JSON)
    private Course course;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Consent> consents;

    @Column(name = "obligation_facts")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<ObligationFact> obligationFacts;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<AttachedFile> attachments;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Attention> attention;

    @Enumerated(EnumType.STRING)
    private @Nullable Health health;

    private boolean sample;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

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
        checkAreAnnexes(draft.agreement(), convention.attachments);
        convention.set(draft, now);
        return convention;
    }

    /** Writes the draft anew. @throws Problem 409 once it was proposed: then a new text is a new revision */
    void rewrite(Draft draft, Instant now) {
        if (status != ConventionStatus.DRAFT) {
            throw Problem.conflict("The convention is " + status + "; only a draft is changed in place. "
                    + "Counter a proposal, or propose an amendment of what is in force.");
        }
        checkAreAnnexes(draft.agreement(), attachments);
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
        checkDiffers(changed, digest);
        setText(Text.of(latestRevision + 1, changed, isSouthSouth));
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

    List<Attention> attention() {
        return attention;
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

    /** @throws Problem 400 for an annex that is none of its attachments */
    void checkHasAnnexes(Agreement text) {
        checkAreAnnexes(text, attachments);
    }

    private static void checkAreAnnexes(Agreement text, List<AttachedFile> files) {
        var violations = new Violations();
        var annexes = text.annexesOrNone();
        for (int i = 0; i < annexes.size(); i++) {
            var digest = annexes.get(i);
            if (files.stream().noneMatch(file -> file.digest().equals(digest))) {
                violations.add("/annexes/" + i, "is the digest of no attachment of the convention; upload it first");
            }
        }
        violations.throwIfAny();
    }

    private static <T> List<T> plus(List<T> list, T entry) {
        return Stream.concat(list.stream(), Stream.of(entry)).toList();
    }

    /** Whether those who see the text that counts may read the file: an annex of a text that is negotiated is not theirs. */
    public boolean isOpen(AttachedFile file) {
        return file.isPublic()
                && (file.purpose() != AttachmentPurpose.ANNEX
                        || agreement.annexesOrNone().contains(file.digest()));
    }

    /** What is owed under the key is done. @throws Problem 404, 409 */
    public Happening fulfil(String key, Evidence evidence, LocalDate on, Act act) {
        checkIsOwed(key);
        obligationFacts = ObligationFacts.fulfilled(obligationFacts, key, evidence, on, act);
        return happened(Happening.OBLIGATION_FULFILLED, act);
    }

    /** What is owed under the key need not be done. @throws Problem 404, 409 */
    public Happening waive(String key, Act act) {
        checkIsOwed(key);
        obligationFacts = ObligationFacts.waived(obligationFacts, key, act);
        return happened(Happening.OBLIGATION_WAIVED, act);
    }

    /** What has lapsed can still be done late, or waived. */
    private void checkIsOwed(String key) {
        if (inForceRevision == null) {
            throw Problem.conflict("The convention is " + status + "; obligations are owed while it is in force.");
        }
        var state = ObligationFacts.find(obligationFacts, key)
                .orElseThrow(() -> Problem.notFound("obligation", key))
                .state();
        if (state == ObligationState.FULFILLED || state == ObligationState.WAIVED) {
            throw Problem.conflict("The obligation " + key + " is " + state + " already.");
        }
    }

    /** Proposes another text for what is in force, or another amendment in place of the one that is proposed. */
    Happening proposeAmendment(Agreement changed, boolean isSouthSouth, Act act) {
        checkIsComplete(changed);
        checkDiffers(changed, digest);
        var before = amendment;
        if (before != null) {
            checkDiffers(changed, before.digest());
        }
        latestRevision = latestRevision + 1;
        amendment = Text.of(latestRevision, changed, isSouthSouth);
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
        setText(text().inForceFrom(course.inForceSince() == null ? act.today() : course.inForceSince()));
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
        if (act.party() != null && !consent(To.TERMINATION, reason, act)) {
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
        if (!consent(To.RENEWAL, null, act)) {
            return happened(Happening.CONSENT_GIVEN, act);
        }
        return renewed(act);
    }

    private Happening renewed(Act act) {
        course = course.renewed(agreement);
        consents =
                consents.stream().filter(consent -> consent.to() != To.RENEWAL).toList();
        return happened(Happening.RENEWED, act);
    }

    /** Takes a party's word back before all have given theirs. */
    public Happening withdrawConsent(To to, Act act) {
        consents = consents.stream()
                .filter(consent -> consent.to() != to || !consent.party().equals(act.onBehalfOf()))
                .toList();
        return happened(Happening.CONSENT_WITHDRAWN, act);
    }

    /** Notes the word of a party; says whether all have given theirs now, which are then used up. */
    private boolean consent(To to, @Nullable String reason, Act act) {
        var given = new ArrayList<>(consents);
        given.removeIf(consent -> consent.to() == to && consent.party().equals(act.onBehalfOf()));
        given.add(new Consent(to, act.onBehalfOf(), act.at(), act.by(), reason));
        boolean all = text().deciders().stream().allMatch(decider -> given.stream()
                .anyMatch(consent -> consent.to() == to && consent.party().equals(decider)));
        if (all) {
            given.removeIf(consent -> consent.to() == to);
        }
        consents = List.copyOf(given);
        return all;
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

    private static void checkDiffers(Agreement changed, String digest) {
        if (Text.of(1, changed, false).digest().equals(digest)) {
            throw Problem.invalid("/revision", "must change the text: its digest is that of the one that is there");
        }
    }

    private static void checkIsComplete(Agreement agreement) {
        Completeness.violation(agreement).ifPresent(incomplete -> {
            throw Problem.conflict(incomplete);
        });
    }

    /** The text that counts: of a draft, of the proposal, or the one in force. */
    public Text text() {
        return new Text(revision, agreement, digest, southSouth, assent);
    }

    /** The text that waits for the parties' approval: the first one that they agree on, or an amendment. */
    public Optional<Text> proposal() {
        if (proposedRevision == null) {
            return Optional.empty();
        }
        return Optional.of(amendment == null ? text() : amendment);
    }

    public Optional<Text> amendment() {
        return Optional.ofNullable(amendment);
    }

    private Text proposedAmendment() {
        return Objects.requireNonNull(amendment, "an amendment is proposed");
    }

    /** Who must approve the amendment: the parties that decide on it, and those that decide on what it replaces. */
    List<PartyRef> amendmentDeciders() {
        return Stream.concat(text().deciders().stream(), proposedAmendment().deciders().stream())
                .distinct()
                .toList();
    }

    /** Whose approval the text that is proposed needs. */
    public List<PartyRef> approvers() {
        return amendment == null ? text().deciders() : amendmentDeciders();
    }

    /** The organisations that see what is not public of it: its parties, and those that an amendment would bring in. */
    public List<PartyRef> insiders() {
        var invited = amendment == null ? Stream.<PartyRef>empty() : amendment.agreement().organisations().stream();
        return Stream.concat(agreement.organisations().stream(), invited)
                .distinct()
                .toList();
    }

    /** The party that suspended it, or gave notice; nobody where the network administrator did. */
    List<PartyRef> whoeverBeganIt() {
        var notice = course.notice();
        var suspension = course.suspension();
        var party = status == ConventionStatus.SUSPENDED
                ? (suspension == null ? null : suspension.party())
                : (notice == null ? null : notice.party());
        return party == null ? List.of() : List.of(party);
    }

    Facts facts() {
        return new Facts(status, agreement, course, obligationFacts);
    }

    /** What a client has written of it. */
    ConventionRequest written() {
        return written(agreement, contacts);
    }

    /** What a client would have written of it with this text, but whom to write to. */
    ConventionRequest writtenText(Agreement text) {
        return written(text, List.of());
    }

    private ConventionRequest written(Agreement text, List<ConventionContact> whom) {
        return new ConventionRequest(
                text.titles(),
                text.kind(),
                text.domains(),
                owner(),
                text.parties(),
                text.effectiveFrom(),
                text.effectiveTo(),
                text.renewal(),
                text.terms(),
                text.contributions(),
                text.obligations(),
                text.annexes(),
                whom,
                sample);
    }

    /** What is published of it. */
    ConventionState state() {
        return ConventionState.of(this);
    }

    /** What its parties alone see of it. */
    ConfidentialState confidential() {
        return ConfidentialState.of(this);
    }

    /** The columns that lists filter by and that do not say what the agreement does. */
    List<String> columnsThatContradict() {
        var columns = new ArrayList<String>();
        if (kind != agreement.kind()) {
            columns.add("kind");
        }
        if (!domains.equals(agreement.domains().stream().map(Enum::name).toList())) {
            columns.add("domains");
        }
        if (!partyKeys.equals(
                agreement.organisations().stream().map(PartyRef::key).toList())) {
            columns.add("party_keys");
        }
        if (!Set.copyOf(insiderKeys)
                .equals(insiders().stream().map(PartyRef::key).collect(Collectors.toSet()))) {
            columns.add("insider_keys");
        }
        if (!Set.copyOf(awaitedActs)
                .equals(Awaited.of(this).stream().map(Awaited::key).collect(Collectors.toSet()))) {
            columns.add("awaited_acts");
        }
        return columns;
    }

    /** The revisions that must be kept as it stands: what is before the parties, and what is in force. */
    List<Integer> standingRevisions() {
        return Stream.of(proposedRevision, inForceRevision)
                .<Integer>mapMulti((number, standing) -> {
                    if (number != null) {
                        standing.accept(number);
                    }
                })
                .distinct()
                .toList();
    }

    int revision() {
        return revision;
    }

    Course course() {
        return course;
    }

    Assent assent() {
        return assent;
    }

    public List<Consent> consents() {
        return consents;
    }

    List<ObligationFact> obligationFacts() {
        return obligationFacts;
    }

    public List<AttachedFile> attachments() {
        return attachments;
    }

    @Nullable Health health() {
        return health;
    }

    String code() {
        return code;
    }

    boolean southSouth() {
        return southSouth;
    }

    String digest() {
        return digest;
    }

    @Nullable Integer proposedRevision() {
        return proposedRevision;
    }

    @Nullable Integer inForceRevision() {
        return inForceRevision;
    }

    boolean sample() {
        return sample;
    }

    Instant createdAt() {
        return createdAt;
    }

    public String id() {
        return id;
    }

    public ConventionStatus status() {
        return status;
    }

    PartyRef owner() {
        return PartyRef.ofKey(ownerKey);
    }

    List<String> partyKeys() {
        return partyKeys;
    }

    public Agreement agreement() {
        return agreement;
    }

    List<ConventionContact> contacts() {
        return contacts;
    }

    public long version() {
        return version;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
