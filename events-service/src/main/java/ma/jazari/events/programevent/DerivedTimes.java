package ma.jazari.events.programevent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.security.Actor;
import org.hibernate.Session;

/**
 * What the time rules of now make of the wall times of program events. Cancelled events are not looked at: nobody attends
 * them, and a new version of one would announce it again to all who have it in their calendars.
 */
@ApplicationScoped
public class DerivedTimes {

    // From the primary key, without the documents of the events.
    private static final String AFTER =
            """
            select e.id, e.schedule from ProgramEvent e
            where e.id > :after and e.status <> CANCELLED order by e.id
            """;

    private final EntityManager entities;
    private final ProgramEventRepository events;
    private final ProgramEventService service;
    private final Registrations registrations;
    private final ZoneTimes zones;
    private final Clock clock;

    DerivedTimes(
            EntityManager entities,
            ProgramEventRepository events,
            ProgramEventService service,
            Registrations registrations,
            ZoneTimes zones,
            Clock clock) {
        this.entities = entities;
        this.events = events;
        this.service = service;
        this.registrations = registrations;
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * When an event is held.
     *
     * @param stored by the rules that it was written by
     * @param now by the rules of now
     */
    public record Derived(UUID id, Schedule stored, Schedule now) {

        public boolean isMoved() {
            return !stored.sameTimeAs(now);
        }
    }

    private record Row(UUID id, Schedule schedule) {}

    /** Some events, those that move and those that do not, after this id in the order of ids. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Derived> after(UUID id, int limit) {
        return entities
                .unwrap(Session.class)
                .createSelectionQuery(AFTER, Row.class)
                .setParameter("after", id)
                .setMaxResults(limit)
                .list()
                .stream()
                .map(row -> derived(row.id(), row.schedule()))
                .toList();
    }

    /** As they are stored. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ProgramEventState> states(Collection<UUID> ids) {
        return events.list("id in ?1", ids).stream().map(ProgramEvent::state).toList();
    }

    /** The event, held until the transaction ends; empty if it was cancelled. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Derived> hold(UUID id) {
        return events.findForChange(id)
                .filter(event -> event.status() != ProgramEventStatus.CANCELLED)
                .map(event -> derived(id, event.schedule()));
    }

    /** Takes the times of now for an event that is held and moves: a new version of it, of which those who registered hear. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ProgramEventState take(Derived held, Actor actor) {
        var event = events.findByIdOptional(held.id()).orElseThrow();
        var was = event.state();
        var type = event.derive(held.now(), clock.instant());
        events.flush();
        registrations.follow(was, event.state(), actor);
        service.log(type, event, reason(held), actor);
        return event.state();
    }

    /** Writes down that sessions of an event, which is held and does not move itself, have moved. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ProgramEventState sessionsMoved(Derived held, Actor actor) {
        var event = events.findByIdOptional(held.id()).orElseThrow();
        event.touch(clock.instant());
        events.flush();
        service.log(
                "program-event.session-changed",
                event,
                "The time zone rules have changed for sessions that are in another zone than the event.",
                actor);
        return event.state();
    }

    private Derived derived(UUID id, Schedule stored) {
        return new Derived(id, stored, stored.by(zones));
    }

    private static String reason(Derived held) {
        var was = held.stored();
        var now = held.now();
        return "The time zone rules have changed: by tzdb %s, %s to %s in %s is %s to %s; by tzdb %s it was %s to %s."
                .formatted(
                        now.tzdb(),
                        now.start(),
                        now.end(),
                        now.zone(),
                        now.startInstant(),
                        now.endInstant(),
                        was.tzdb(),
                        was.startInstant(),
                        was.endInstant());
    }
}
