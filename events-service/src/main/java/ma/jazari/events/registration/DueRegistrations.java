package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.jazari.events.programevent.ProgramEventService;

/** Brings the registrations of an event up to date, in a transaction of its own. */
@ApplicationScoped
class DueRegistrations {

    private final ProgramEventService events;
    private final DeskRepository desks;
    private final RegistrationRepository registrations;
    private final RegistrationWriter writer;
    private final RegistrationConfig config;
    private final Traces traces;
    private final MailTally tally;
    private final Clock clock;

    DueRegistrations(
            ProgramEventService events,
            DeskRepository desks,
            RegistrationRepository registrations,
            RegistrationWriter writer,
            RegistrationConfig config,
            Traces traces,
            MailTally tally,
            Clock clock) {
        this.events = events;
        this.desks = desks;
        this.registrations = registrations;
        this.writer = writer;
        this.config = config;
        this.traces = traces;
        this.tally = tally;
        this.clock = clock;
    }

    @Transactional
    List<UUID> withLapsedOffers(Instant now, int limit) {
        return desks.withLapsedOffers(now, limit);
    }

    @Transactional
    List<UUID> toBeEnded(Instant now, int limit) {
        return desks.toBeEnded(now, limit);
    }

    @Transactional
    List<UUID> toBeErased(Instant now, int limit) {
        return desks.toBeErased(now, limit);
    }

    /**
     * Ends offers that were not taken in time, and passes the places on; ends some of the registrations for a cancelled
     * event. Says whether there are more.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean settle(UUID eventId) {
        var desk = desks.lock(eventId).orElseThrow();
        writer.settle(desk, events.known(eventId), clock.instant());
        return desk.hasToEnd();
    }

    /** Forgets some of those who registered; says whether there are more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean eraseSome(UUID eventId) {
        var desk = desks.lock(eventId).orElseThrow();
        var now = clock.instant();
        if (now.isBefore(desk.eraseAfter())) {
            return false;
        }
        var event = events.known(eventId);
        boolean hasBegun = Phase.of(event, now) == Phase.BEGUN;
        var some = registrations.unerased(eventId, config.batch());
        for (var registration : some) {
            traces.erase(registration);
            registration.erase(desk, hasBegun, now);
        }
        writer.logAll(some, any -> "registration.erased", event, RegistrationActors.QUEUE);
        return some.size() == config.batch();
    }

    /** It could not be brought up to date: others come first for a while. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void leaveAlone(UUID eventId) {
        desks.leaveAlone(eventId, clock.instant().plus(config.againAfter()));
    }

    /** How many mails were sent counts for the day alone. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void forgetMails() {
        tally.forgetBefore(clock.instant());
    }
}
