package ma.jazari.partnerships.convention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.CanonicalForm;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.Digest;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.text.LocalText;
import ma.jazari.platform.text.SearchText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An agreement between parties. Changes only by its methods, each of which leaves it in a state that the rules allow. */
@Entity
class Convention {

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

    @Column(name = "south_south")
    private boolean southSouth;

    private int revision;

    private String digest;

    @Column(name = "proposed_revision")
    private @Nullable Integer proposedRevision;

    @Column(name = "in_force_revision")
    private @Nullable Integer inForceRevision;

    @Column(name = "search_text")
    private String searchText;

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
        convention.set(draft, now);
        return convention;
    }

    /** Writes the draft anew. @throws Problem 409 once it was proposed: then a new text is a new revision */
    void rewrite(Draft draft, Instant now) {
        if (status != ConventionStatus.DRAFT) {
            throw Problem.conflict("The convention is " + status + "; only a draft is changed in place.");
        }
        set(draft, now);
    }

    private void set(Draft draft, Instant now) {
        agreement = draft.agreement();
        kind = agreement.kind();
        domains = agreement.domains().stream().map(Enum::name).toList();
        ownerKey = draft.owner().key();
        partyKeys = agreement.organisations().stream().map(PartyRef::key).toList();
        contacts = draft.contacts();
        southSouth = draft.southSouth();
        sample = draft.sample();
        digest = CanonicalForm.digest(CanonicalForm.of(agreement)).value();
        searchText = searchText();
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private String searchText() {
        return Stream.concat(Stream.of(code), agreement.titles().stream().map(LocalText::value))
                .map(SearchText::of)
                .collect(Collectors.joining(" | "));
    }

    /** Puts its text before the parties; from then on that text is a revision and does not change. */
    Revision propose(boolean isSouthSouth, Instant now) {
        checkIsComplete();
        southSouth = isSouthSouth;
        moveTo(ConventionStatus.PROPOSED, now);
        proposedRevision = revision;
        return new Revision(id, revision, CanonicalForm.of(agreement), digest, updatedAt);
    }

    void withdraw(Instant now) {
        moveTo(ConventionStatus.WITHDRAWN, now);
        proposedRevision = null;
    }

    private void moveTo(ConventionStatus to, Instant now) {
        status = to;
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private void checkIsComplete() {
        if (partyKeys.size() < 2 || agreement.signatories() < 2) {
            throw Problem.conflict(
                    "A convention has two parties or more, of which at least two are SIGNATORY; this one has "
                            + partyKeys.size() + " and " + agreement.signatories() + ".");
        }
    }

    /** What a client has written of it. */
    ConventionRequest written() {
        return new ConventionRequest(
                agreement.titles(),
                kind,
                agreement.domains(),
                owner(),
                agreement.parties(),
                agreement.effectiveFrom(),
                agreement.effectiveTo(),
                agreement.renewal(),
                agreement.terms(),
                agreement.contributions(),
                agreement.obligations(),
                contacts,
                sample);
    }

    /** What is published of it. */
    ConventionState state() {
        return new ConventionState(
                id,
                code,
                status,
                agreement.titles(),
                kind,
                agreement.domains(),
                owner(),
                agreement.parties(),
                agreement.effectiveFrom(),
                agreement.effectiveTo(),
                agreement.renewal(),
                agreement.terms(),
                agreement.contributions(),
                agreement.obligations(),
                southSouth,
                revision,
                new Digest(Digest.JCS_SHA256_V1, digest),
                proposedRevision,
                inForceRevision,
                sample,
                version,
                createdAt,
                updatedAt);
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

    String id() {
        return id;
    }

    ConventionStatus status() {
        return status;
    }

    PartyRef owner() {
        return PartyRef.ofKey(ownerKey);
    }

    List<String> partyKeys() {
        return partyKeys;
    }

    Agreement agreement() {
        return agreement;
    }

    List<ConventionContact> contacts() {
        return contacts;
    }

    long version() {
        return version;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
