package ma.jazari.partnerships.convention;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.attachment.AttachedFile;
import ma.jazari.partnerships.attachment.AttachmentPurpose;
import ma.jazari.partnerships.lifecycle.Assent;
import ma.jazari.partnerships.lifecycle.Attention;
import ma.jazari.partnerships.lifecycle.Consent;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Course;
import ma.jazari.partnerships.lifecycle.Deadlines.Facts;
import ma.jazari.partnerships.lifecycle.Health;
import ma.jazari.partnerships.lifecycle.ObligationFact;
import ma.jazari.partnerships.lifecycle.SignatureProposal;
import ma.jazari.partnerships.lifecycle.Text;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A convention as its row holds it, and what can be read from that. What happens to it is {@link Convention}. */
@MappedSuperclass
public abstract class StoredConvention {

    @Id
    String id;

    String code;

    @Enumerated(EnumType.STRING)
    ConventionStatus status;

    @Enumerated(EnumType.STRING)
    ConventionKind kind;

    @Column(name = "domains")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> domains;

    @Column(name = "owner_key")
    String ownerKey;

    @Column(name = "party_keys")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> partyKeys;

    @JdbcTypeCode(SqlTypes.JSON)
    Agreement agreement;

    @JdbcTypeCode(SqlTypes.JSON)
    List<ConventionContact> contacts;

    @Column(name = "insider_keys")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> insiderKeys;

    @Column(name = "awaited_acts")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> awaitedActs;

    @Column(name = "south_south")
    boolean southSouth;

    int revision;

    String digest;

    @Column(name = "proposed_revision")
    @Nullable Integer proposedRevision;

    @Column(name = "in_force_revision")
    @Nullable Integer inForceRevision;

    @Column(name = "latest_revision")
    int latestRevision;

    @JdbcTypeCode(SqlTypes.JSON)
    Assent assent;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Text amendment;

    @JdbcTypeCode(SqlTypes.JSON)
    Course course;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Consent> consents;

    @Column(name = "obligation_facts")
    @JdbcTypeCode(SqlTypes.JSON)
    List<ObligationFact> obligationFacts;

    @JdbcTypeCode(SqlTypes.JSON)
    List<AttachedFile> attachments;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Attention> attention;

    @Column(name = "signature_proposal")
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable SignatureProposal signatureProposal;

    @Enumerated(EnumType.STRING)
    @Nullable Health health;

    boolean sample;

    @Version
    long version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

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

    Text proposedAmendment() {
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

    /** Whether those who see the text that counts may read the file: an annex of a text that is negotiated is not theirs. */
    public boolean isOpen(AttachedFile file) {
        return file.isPublic()
                && (file.purpose() != AttachmentPurpose.ANNEX
                        || agreement.annexesOrNone().contains(file.digest()));
    }

    List<Attention> attention() {
        return attention;
    }

    int revision() {
        return revision;
    }

    Course course() {
        return course;
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

    @Nullable SignatureProposal signatureProposal() {
        return signatureProposal;
    }

    @Nullable Health health() {
        return health;
    }

    String code() {
        return code;
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

    ConventionKind kind() {
        return kind;
    }

    List<String> domains() {
        return domains;
    }

    List<String> insiderKeys() {
        return insiderKeys;
    }

    List<String> awaitedActs() {
        return awaitedActs;
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
