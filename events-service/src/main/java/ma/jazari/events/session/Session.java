package ma.jazari.events.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import ma.jazari.platform.id.Uuids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An item of an event's agenda: a row of its own with a version of its own, which changes with the event. */
@Entity
@Table(name = "program_event_session")
class Session {

    @Id
    private UUID id;

    @Column(name = "event_id")
    private UUID eventId;

    @JdbcTypeCode(SqlTypes.JSON)
    private SessionRequest details;

    // By the time rules of when it was written, or recomputed: only what the agenda is put in order by.
    @Column(name = "start_at")
    private Instant startInstant;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate. */
    protected Session() {}

    /** @param start when the wall time is */
    static Session of(UUID eventId, SessionRequest request, Instant start, Instant now) {
        var session = new Session();
        session.id = Uuids.next();
        session.eventId = eventId;
        session.version = 1;
        session.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        session.change(request, start, now);
        return session;
    }

    void change(SessionRequest request, Instant start, Instant now) {
        details = request;
        startInstant = start;
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Takes the start that the time rules of now make of its wall time. */
    void derive(Instant start, Instant now) {
        change(details, start, now);
    }

    String id() {
        return id.toString();
    }

    UUID eventId() {
        return eventId;
    }

    SessionRequest written() {
        return details;
    }

    Instant startInstant() {
        return startInstant;
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
