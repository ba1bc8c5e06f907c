package ma.jazari.institutes.suggestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.changelog.HistoryItem.Who;
import ma.jazari.platform.security.Actor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A change of an institute that somebody proposes. It is reviewed once: applied, discarded or withdrawn. */
@Entity
@Table(name = "change_suggestion")
class ChangeSuggestion {

    @Id
    private UUID id;

    @Column(name = "institute_id")
    private String instituteId;

    @Column(name = "base_version")
    private long baseVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    private String patch;

    private @Nullable String comment;

    @Enumerated(EnumType.STRING)
    private SuggestionStatus status;

    @Column(name = "proposer_sub")
    private String proposerSub;

    @Column(name = "proposer_name")
    private String proposerName;

    @Column(name = "reviewer_sub")
    private @Nullable String reviewerSub;

    @Column(name = "reviewer_name")
    private @Nullable String reviewerName;

    private @Nullable String reason;

    @Column(name = "applied_version")
    private @Nullable Long appliedVersion;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate. */
    protected ChangeSuggestion() {}

    /** A new one, of what the request proposes; its patch as it was checked. */
    static ChangeSuggestion proposed(
            UUID id, SuggestionRequest request, ObjectNode patch, Actor proposer, Instant now) {
        var suggestion = new ChangeSuggestion();
        suggestion.id = id;
        suggestion.instituteId = request.instituteId();
        suggestion.baseVersion = request.baseVersion();
        suggestion.patch = Canonical.json(patch);
        suggestion.comment = request.comment();
        suggestion.status = SuggestionStatus.PENDING;
        suggestion.proposerSub = sub(proposer);
        suggestion.proposerName = proposer.name();
        suggestion.version = 1;
        suggestion.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        suggestion.updatedAt = suggestion.createdAt;
        return suggestion;
    }

    /** The institute has the change, since this version of it. */
    void applied(long instituteVersion, @Nullable String why, Actor reviewer, Instant now) {
        appliedVersion = instituteVersion;
        reviewed(reviewer);
        end(SuggestionStatus.APPLIED, why, now);
    }

    void discarded(String why, Actor reviewer, Instant now) {
        reviewed(reviewer);
        end(SuggestionStatus.DISCARDED, why, now);
    }

    void withdrawn(@Nullable String why, Instant now) {
        end(SuggestionStatus.WITHDRAWN, why, now);
    }

    private void reviewed(Actor reviewer) {
        reviewerSub = sub(reviewer);
        reviewerName = reviewer.name();
    }

    private void end(SuggestionStatus to, @Nullable String why, Instant now) {
        status = to;
        reason = why;
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private static String sub(Actor actor) {
        return Objects.requireNonNull(actor.sub(), "the public neither proposes nor reviews");
    }

    /** What is published of it once it is public. */
    SuggestionState state() {
        return new SuggestionState(
                id(),
                instituteId,
                baseVersion,
                patch().without("contacts"),
                status,
                appliedVersion,
                version,
                createdAt,
                updatedAt);
    }

    boolean isBy(Actor actor) {
        return proposerSub.equals(actor.sub());
    }

    String id() {
        return id.toString();
    }

    String instituteId() {
        return instituteId;
    }

    long baseVersion() {
        return baseVersion;
    }

    /** A copy; numbers and the order of names are canonical. */
    ObjectNode patch() {
        return Canonical.normal(Canonical.object(patch));
    }

    @Nullable String comment() {
        return comment;
    }

    SuggestionStatus status() {
        return status;
    }

    Who proposer() {
        return new Who(proposerSub, proposerName);
    }

    @Nullable Who reviewer() {
        return reviewerName == null ? null : new Who(reviewerSub, reviewerName);
    }

    @Nullable String reason() {
        return reason;
    }

    @Nullable Long appliedVersion() {
        return appliedVersion;
    }

    long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
