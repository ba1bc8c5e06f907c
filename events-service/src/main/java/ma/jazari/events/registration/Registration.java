package ma.jazari.events.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person's place, or place in the queue, at a program event. Moves only with its {@link Desk}, which counts it. */
@Entity
class Registration {

    @Id
    private UUID id;

    @Column(name = "program_event_id")
    private UUID programEventId;

    private long number;

    @Enumerated(EnumType.STRING)
    private RegistrationState state;

    @Enumerated(EnumType.STRING)
    private @Nullable Cause cause;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Person person;

    // The mail address as one registers by it. Once per event.
    private @Nullable String address;

    // Whose the address is, for the limits.
    private @Nullable String mailbox;

    @Column(name = "offer_expires_at")
    private @Nullable Instant offerExpiresAt;

    @Column(name = "checked_in_at")
    private @Nullable Instant checkedInAt;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate. */
    protected Registration() {}

    /** Gets a place if there is one, or else waits for one; where the organiser decides, that comes first. */
    static Registration of(UUID id, Desk desk, Person person, boolean isDecidedOn, Instant now) {
        var registration = new Registration();
        registration.id = id;
        registration.programEventId = desk.programEventId();
        registration.number = desk.nextNumber();
        registration.person = person;
        var address = person.address().orElseThrow();
        registration.address = address.value();
        registration.mailbox = address.mailbox();
        registration.version = 1;
        registration.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        registration.updatedAt = registration.createdAt;
        registration.state = isDecidedOn ? RegistrationState.PENDING : admitted(desk, desk.waiting() == 0);
        desk.count(null, registration.state);
        return registration;
    }

    private static RegistrationState admitted(Desk desk, boolean isItsTurn) {
        return isItsTurn && desk.hasFreePlace() ? RegistrationState.CONFIRMED : RegistrationState.WAITING;
    }

    /** The organiser's yes: a place if there is one and it is its turn, or else a place in the queue, by when it joined. */
    void admit(Desk desk, Promotion.Queue queue, Instant now) {
        move(admitted(desk, queue.isTurnOf(this)), desk, now);
    }

    /** Keeps a place that became free for whoever is first in the queue. */
    void offer(Desk desk, Instant until, Instant now) {
        move(RegistrationState.OFFERED, desk, now);
        offerExpiresAt = until.truncatedTo(ChronoUnit.MICROS);
    }

    /** It waits again, at the turn that it had. */
    void withdrawOffer(Desk desk, Instant now) {
        move(RegistrationState.WAITING, desk, now);
    }

    /** Takes the place that was offered. */
    void accept(Desk desk, Instant now) {
        move(RegistrationState.CONFIRMED, desk, now);
    }

    void decline(Desk desk, Instant now) {
        end(RegistrationState.DECLINED, Cause.ORGANISER, desk, now);
    }

    void cancel(Cause why, Desk desk, Instant now) {
        end(RegistrationState.CANCELLED, why, desk, now);
    }

    private void end(RegistrationState to, Cause why, Desk desk, Instant now) {
        move(to, desk, now);
        cause = why;
    }

    private void move(RegistrationState to, Desk desk, Instant now) {
        if (!state.next().contains(to)) {
            throw new IllegalStateException("no registration moves from " + state + " to " + to);
        }
        desk.count(state, to);
        state = to;
        offerExpiresAt = null;
        touch(now);
    }

    /** Notes that the person was there, or that this was an error. */
    void checkIn(boolean isThere, Instant now) {
        if (isThere != (checkedInAt != null)) {
            checkedInAt = isThere ? now.truncatedTo(ChronoUnit.MICROS) : null;
            touch(now);
        }
    }

    /**
     * Forgets who it was. That there was somebody stays.
     *
     * @param hasBegun whether the event has; before, nobody keeps a place for somebody who is not known
     */
    void erase(Desk desk, boolean hasBegun, Instant now) {
        if (!state.isOver() && !hasBegun) {
            cancel(Cause.ERASURE, desk, now);
        }
        person = null;
        address = null;
        mailbox = null;
        erasedAt = now.truncatedTo(ChronoUnit.MICROS);
        touch(now);
    }

    private void touch(Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether the address that it is found by is the person's, and the mailbox that it is counted by. */
    boolean isFoundByItsAddress() {
        var known = Optional.ofNullable(person).flatMap(Person::address);
        return Objects.equals(address, known.map(MailAddress::value).orElse(null))
                && Objects.equals(mailbox, known.map(MailAddress::mailbox).orElse(null));
    }

    UUID id() {
        return id;
    }

    UUID programEventId() {
        return programEventId;
    }

    long number() {
        return number;
    }

    RegistrationState state() {
        return state;
    }

    @Nullable Cause cause() {
        return cause;
    }

    @Nullable Person person() {
        return person;
    }

    @Nullable Instant offerExpiresAt() {
        return offerExpiresAt;
    }

    @Nullable String mailbox() {
        return mailbox;
    }

    boolean hasCheckedIn() {
        return checkedInAt != null;
    }

    @Nullable Instant checkedInAt() {
        return checkedInAt;
    }

    @Nullable Instant erasedAt() {
        return erasedAt;
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
