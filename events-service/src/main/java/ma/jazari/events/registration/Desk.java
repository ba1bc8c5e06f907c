package ma.jazari.events.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import ma.jazari.events.programevent.Places;
import org.jspecify.annotations.Nullable;

/**
 * The places of one program event. Whoever changes a registration locks its desk first: so one comes after the other, and
 * confirmed + offered never exceeds the capacity.
 */
@Entity
@Table(name = "registration_desk")
class Desk {

    @Id
    @Column(name = "program_event_id")
    private UUID programEventId;

    private @Nullable Integer capacity;

    private int confirmed;
    private int offered;
    private int waiting;
    private int pending;

    @Column(name = "last_number")
    private long lastNumber;

    // How long after the event personal data is kept: as was said last, where one registers no more.
    @Column(name = "retention_days")
    private int retentionDays;

    @Column(name = "erase_after")
    private Instant eraseAfter;

    // Whether the event is cancelled, so that its registrations are to end.
    @Column(name = "is_cancelled")
    private boolean cancelled;

    /** For Hibernate. */
    protected Desk() {}

    static Desk of(UUID programEventId) {
        var desk = new Desk();
        desk.programEventId = programEventId;
        return desk;
    }

    /** @param retention how long after the event personal data is kept */
    void set(@Nullable Integer places, Duration retention) {
        capacity = places;
        retentionDays = Math.toIntExact(retention.toDays());
    }

    /**
     * Follows its event.
     *
     * @param keptUntil when personal data is no longer kept
     */
    void follow(boolean isCancelled, Instant keptUntil) {
        cancelled = isCancelled;
        eraseAfter = keptUntil;
    }

    /** How long after the event personal data is kept. */
    Duration retention() {
        return Duration.ofDays(retentionDays);
    }

    /** The next one's place in the order of joining. */
    long nextNumber() {
        return ++lastNumber;
    }

    /** The place in the order of joining of whoever came last. */
    long lastNumber() {
        return lastNumber;
    }

    boolean hasFreePlace() {
        return capacity == null || taken() < capacity;
    }

    /** How many of so many there is a place for. */
    int freeFor(int count) {
        return capacity == null ? count : Math.clamp((long) capacity - taken(), 0, count);
    }

    @Nullable Integer capacity() {
        return capacity;
    }

    int waiting() {
        return waiting;
    }

    /** Places that nobody else can have. */
    int taken() {
        return confirmed + offered;
    }

    /** How many have no place yet. */
    int queued() {
        return waiting + pending;
    }

    /** Whether registrations are left that are to end with the event. */
    boolean hasToEnd() {
        return cancelled && open() > 0;
    }

    /** How many registrations are not over. */
    int open() {
        return taken() + waiting + pending;
    }

    /** Counts a registration that came, moved or went. */
    void count(@Nullable RegistrationState from, RegistrationState to) {
        add(from, -1);
        add(to, 1);
    }

    private void add(@Nullable RegistrationState state, int one) {
        switch (state) {
            case CONFIRMED -> confirmed += one;
            case OFFERED -> offered += one;
            case WAITING -> waiting += one;
            case PENDING -> pending += one;
            case DECLINED, CANCELLED -> {}
            case null -> {}
        }
    }

    Places places() {
        return new Places(confirmed, offered, waiting, capacity == null ? null : Math.max(0, capacity - taken()));
    }

    UUID programEventId() {
        return programEventId;
    }

    Instant eraseAfter() {
        return eraseAfter;
    }
}
