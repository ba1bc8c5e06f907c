package ma.jazari.events.programevent;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.jazari.events.call.Call;
import ma.jazari.platform.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something with a date. Changes only by its methods, each of which leaves it in a state that the rules allow. */
@Entity
@Table(name = "program_event")
class ProgramEvent {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ProgramEventType type;

    @Enumerated(EnumType.STRING)
    private ProgramEventStatus status;

    @Column(name = "status_reason")
    private @Nullable String statusReason;

    @Column(name = "series_id")
    private @Nullable UUID seriesId;

    @Embedded
    private Schedule schedule;

    @Enumerated(EnumType.STRING)
    private Attendance attendance;

    // The venue's, for the list of one region.
    private @Nullable String region;

    @Column(name = "host_institute_ids")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> hostInstituteIds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> languages;

    @JdbcTypeCode(SqlTypes.JSON)
    private ProgramEventDetails details;

    private boolean sample;

    private int sequence;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate. */
    protected ProgramEvent() {}

    static ProgramEvent draft(UUID id, ProgramEventRequest request, Schedule schedule, Instant now) {
        var event = new ProgramEvent();
        event.id = id;
        event.status = ProgramEventStatus.DRAFT;
        event.version = 1;
        event.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        event.set(request, schedule, now);
        return event;
    }

    /**
     * Changes what is written of it; once it is published, a change of time or place raises its sequence.
     *
     * @return the type of the change
     * @throws Problem 409 if it is cancelled, or completed and time or place would change; 400 if it would lack what a published event has
     */
    String change(ProgramEventRequest request, Schedule to, Instant now) {
        checkCanChange();
        boolean timeMoves = !to.sameTimeAs(schedule);
        boolean placeMoves = attendance != request.attendance()
                || !Objects.equals(details.venue(), request.venue())
                || !Objects.equals(details.onlineUrl(), request.onlineUrl());
        if (status == ProgramEventStatus.COMPLETED && (!to.agreesWith(schedule) || placeMoves)) {
            throw Problem.conflict("It is completed; when and where it was stays as it is.");
        }
        set(request, to, now);
        if (status.isPublished()) {
            PublicationRules.violations(this).throwIfAny();
            sequence += timeMoves || placeMoves ? 1 : 0;
        }
        return typeOf(timeMoves);
    }

    /**
     * Takes the instants that the time rules of now make of its wall times; once it is published, that raises its sequence.
     *
     * @return the type of the change
     * @throws Problem 409 if it is cancelled
     */
    String derive(Schedule byRulesOfNow, Instant now) {
        checkCanChange();
        schedule = byRulesOfNow;
        sequence += status.isPublished() ? 1 : 0;
        touch(now);
        return typeOf(true);
    }

    /** Nobody waits for a draft. */
    private String typeOf(boolean timeMoves) {
        return status.isPublished() && timeMoves ? "program-event.rescheduled" : "program-event.updated";
    }

    /** @throws Problem 409 if it is cancelled */
    void checkCanChange() {
        if (status == ProgramEventStatus.CANCELLED) {
            throw Problem.conflict("It is cancelled, and stays in the calendars as it was.");
        }
    }

    /** A part of it has changed. */
    void touch(Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws Problem 409 if it is cancelled, or belongs to a series already */
    void joinSeries(UUID series, Instant now) {
        checkCanChange();
        if (seriesId != null) {
            throw Problem.conflict("It belongs to the series " + seriesId + " already.");
        }
        seriesId = series;
        touch(now);
    }

    /** Moves it to a state that its lifecycle allows; being published for the first time is where its sequence starts. */
    void moveTo(ProgramEventStatus to, @Nullable String reason, Instant now) {
        sequence += status.isPublished() ? 1 : 0;
        status = to;
        statusReason = to.needsReason() ? reason : null;
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private void set(ProgramEventRequest request, Schedule at, Instant now) {
        type = request.type();
        schedule = at;
        attendance = request.attendance();
        region = regionOf(request.venue());
        hostInstituteIds = request.hostInstituteIds();
        languages = Objects.requireNonNullElse(request.languages(), List.of());
        details = ProgramEventDetails.of(request);
        sample = Boolean.TRUE.equals(request.sample());
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable String regionOf(@Nullable Venue venue) {
        return venue == null ? null : venue.region();
    }

    /** Whether the list of a region shows it where it is held. */
    boolean isListedWhereItIsHeld() {
        return Objects.equals(region, regionOf(details.venue()));
    }

    /** What a client has written of it. */
    ProgramEventRequest written() {
        return new ProgramEventRequest(
                type,
                details.titles(),
                details.descriptions(),
                schedule.start(),
                schedule.end(),
                schedule.zone(),
                attendance,
                details.venue(),
                details.onlineUrl(),
                hostInstituteIds,
                details.programmeId(),
                details.conventionIds(),
                languages,
                details.registration(),
                details.call(),
                sample);
    }

    /** What is published of it. */
    ProgramEventState state() {
        return new ProgramEventState(
                id(),
                type,
                status,
                statusReason,
                details.titles(),
                details.descriptions(),
                schedule.start(),
                schedule.end(),
                schedule.zone(),
                schedule.startInstant(),
                schedule.endInstant(),
                schedule.tzdb(),
                seriesId == null ? null : seriesId.toString(),
                attendance,
                details.venue(),
                details.onlineUrl(),
                hostInstituteIds,
                details.programmeId(),
                details.conventionIds(),
                languages,
                details.registration(),
                details.call(),
                sample,
                sequence,
                version,
                createdAt,
                updatedAt);
    }

    String id() {
        return id.toString();
    }

    ProgramEventType type() {
        return type;
    }

    ProgramEventStatus status() {
        return status;
    }

    Schedule schedule() {
        return schedule;
    }

    Attendance attendance() {
        return attendance;
    }

    @Nullable String onlineUrl() {
        return details.onlineUrl();
    }

    List<String> hostInstituteIds() {
        return hostInstituteIds;
    }

    @Nullable Call call() {
        return details.call();
    }

    boolean takesRegistrations() {
        return details.registration() != null;
    }

    List<String> conventionIds() {
        return details.conventionIds();
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
