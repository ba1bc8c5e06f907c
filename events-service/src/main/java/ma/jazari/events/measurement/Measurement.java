package ma.jazari.events.measurement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import ma.jazari.events.figure.Decimals;
import org.jspecify.annotations.Nullable;

/** A value that an institute reports of an indicator for a period. What was said stays; what it is worth changes. */
@Entity
@Table(name = "measurement")
class Measurement {

    @Id
    private UUID id;

    @Column(name = "programme_id")
    private UUID programmeId;

    private String indicator;

    @Column(name = "institute_id")
    private String instituteId;

    private String region;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_to")
    private LocalDate periodTo;

    private BigDecimal value;

    private String source;

    private String method;

    @Column(name = "evidence_url")
    private @Nullable String evidenceUrl;

    @Enumerated(EnumType.STRING)
    private MeasurementStatus state;

    @Column(name = "dispute_reason")
    private @Nullable String disputeReason;

    private @Nullable UUID corrects;

    @Column(name = "corrected_by")
    private @Nullable UUID correctedBy;

    @Column(name = "reported_at")
    private Instant reportedAt;

    @Column(name = "verified_at")
    private @Nullable Instant verifiedAt;

    @Column(name = "disputed_at")
    private @Nullable Instant disputedAt;

    @Column(name = "superseded_at")
    private @Nullable Instant supersededAt;

    private boolean sample;

    @Version
    private long version;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate. */
    protected Measurement() {}

    /**
     * A new one.
     *
     * @param region of the institute now, or of what the measurement corrects
     */
    static Measurement report(UUID id, UUID programmeId, MeasurementRequest request, String region, Instant now) {
        var measurement = new Measurement();
        measurement.id = id;
        measurement.programmeId = programmeId;
        measurement.indicator = request.indicator();
        measurement.instituteId = request.instituteId();
        measurement.region = region;
        measurement.periodFrom = request.period().from();
        measurement.periodTo = request.period().to();
        measurement.value = Decimals.of(Decimals.normal(request.value()));
        measurement.source = request.source();
        measurement.method = request.method();
        measurement.evidenceUrl = request.evidenceUrl();
        measurement.state = MeasurementStatus.REPORTED;
        measurement.corrects = request.corrects() == null ? null : UUID.fromString(request.corrects());
        measurement.sample = Boolean.TRUE.equals(request.sample());
        measurement.version = 1;
        measurement.reportedAt = now.truncatedTo(ChronoUnit.MICROS);
        measurement.updatedAt = measurement.reportedAt;
        return measurement;
    }

    /** Moves it to VERIFIED or DISPUTED. */
    void moveTo(MeasurementStatus to, @Nullable String reason, Instant now) {
        var at = touch(now);
        state = to;
        if (to == MeasurementStatus.VERIFIED) {
            verifiedAt = at;
        } else {
            disputedAt = at;
            disputeReason = reason;
        }
    }

    /** It does not count any more: another one puts it right. */
    void supersede(UUID by, Instant now) {
        supersededAt = touch(now);
        correctedBy = by;
        state = MeasurementStatus.SUPERSEDED;
    }

    private Instant touch(Instant now) {
        updatedAt = notBefore(now);
        return updatedAt;
    }

    /** Now, or its last change, which may have been on a machine whose clock is ahead: nothing happens before that. */
    Instant notBefore(Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        return at.isBefore(updatedAt) ? updatedAt : at;
    }

    /** What is published of it. */
    MeasurementState state() {
        return new MeasurementState(
                id(),
                programmeId(),
                indicator,
                instituteId,
                region,
                period(),
                Decimals.text(value),
                source,
                method,
                evidenceUrl,
                state,
                disputeReason,
                text(corrects),
                text(correctedBy),
                reportedAt,
                verifiedAt,
                disputedAt,
                supersededAt,
                sample,
                version,
                updatedAt);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    String id() {
        return id.toString();
    }

    String programmeId() {
        return programmeId.toString();
    }

    String indicator() {
        return indicator;
    }

    String instituteId() {
        return instituteId;
    }

    String region() {
        return region;
    }

    Period period() {
        return new Period(periodFrom, periodTo);
    }

    MeasurementStatus status() {
        return state;
    }

    @Nullable String correctedBy() {
        return text(correctedBy);
    }

    long version() {
        return version;
    }

    Instant reportedAt() {
        return reportedAt;
    }
}
