package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.jazari.events.programevent.ProgramEventService;
import ma.jazari.events.time.ZoneTimes;

/** Brings the registrations of an event up to date, in a transaction of its own. */
@ApplicationScoped
class DueRegistrations {

    private final ProgramEventService events;
    private final DeskRepository desks;
    private final RegistrationRepository registrations;
    private final RegistrationWriter writer;
    private final RegistrationConfig config;
    private final Traces traces;
    private final ZoneTimes zones;
    private final Clock clock;

    DueRegistrations(
            ProgramEventService events,
            DeskRepository desks,
            RegistrationRepository registrations,
            RegistrationWriter writer,
            RegistrationConfig config,
            Traces traces,
            ZoneTimes zones,
            Clock clock) {
        this.events = events;
        this.desks = desks;
        this.registrations = registrations;
        this.writer = writer;
        this.config = config;
        this.traces = traces;
        this.zones = zones;
        this.clock = clock;
    }

    @Transactional
    List<UUID> withLapsedOffers(Instant now, int limit) {
        return desks.withLapsedOffers(now, limit);
    }

    @Transactional
    List<UUID> toBeErased(Instant now, int limit) {
        return desks.toBeErased(now, limit);
    }

    /** Ends offers that were not taken in time, and passes the places on; there is never more to do. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean settle(UUID eventId) {
        desks.lock(eventId)
                .ifPresent(desk -> writer.settle(desk, Terms.of(events.known(eventId), zones), clock.instant()));
        return false;
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
        var some = registrations.unerased(eventId, config.batch());
        for (var registration : some) {
            traces.erase(registration);
            registration.erase(desk, true, now);
        }
        writer.logAll(some, any -> "registration.erased", event, RegistrationWriter.QUEUE);
        return some.size() == config.batch();
    }
}
