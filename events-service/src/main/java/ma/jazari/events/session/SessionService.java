package ma.jazari.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.events.programevent.EventPartChanges;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.query.Keyset;
import ma.jazari.platform.query.Listing;
import ma.jazari.platform.security.Actor;

/**
 * Keeps the agendas. Every write is one transaction that holds the event, makes a new version of its record and leaves
 * one entry in the change log.
 */
@ApplicationScoped
class SessionService {

    /** Of one event. */
    private static final int MOST = 200;

    private final SessionRepository sessions;
    private final EventPartChanges events;
    private final PastAgendas past;
    private final JsonBinder binder;
    private final ZoneTimes zones;
    private final Clock clock;

    SessionService(
            SessionRepository sessions,
            EventPartChanges events,
            PastAgendas past,
            JsonBinder binder,
            ZoneTimes zones,
            Clock clock) {
        this.sessions = sessions;
        this.events = events;
        this.past = past;
        this.binder = binder;
        this.zones = zones;
        this.clock = clock;
    }

    /** Where a session is: its event, and its own id as the path has it. */
    record Address(String eventId, String sessionId) {}

    /** A page of the agenda, in the order of time, for whoever may see the event. */
    @Transactional
    Page<AgendaItem> list(String eventId, SessionQuery query, Actor actor) {
        if (query.asOf != null) {
            return past.list(eventId, query, actor);
        }
        var event = events.readable(eventId, actor);
        var conditions = new Conditions();
        conditions.add("eventId = :event", Map.of("event", UUID.fromString(event.id())));
        var byStart = new Keyset<Session>(
                "startInstant",
                false,
                Instant::parse,
                session -> session.startInstant().toString(),
                Session::id);
        var page = Listing.page(sessions, conditions, byStart.withUuids(), query);
        return page.with(page.items().stream()
                .map(session -> AgendaItem.of(session, zones))
                .toList());
    }

    @Transactional
    Session get(Address address, Actor actor) {
        return find(events.readable(address.eventId(), actor), address);
    }

    @Transactional
    Session add(String eventId, SessionRequest request, Actor actor) {
        var event = events.hold(eventId, actor);
        var id = UUID.fromString(event.id());
        if (sessions.countOf(id) >= MOST) {
            throw Problem.conflict("The event has " + MOST + " sessions, which is the most.");
        }
        var complete = request.withDefaults(event.zone());
        var session = Session.of(id, complete, start(complete), clock.instant());
        sessions.persist(session);
        events.changed(event, "session-added", actor);
        return session;
    }

    /** Changes what the patch names; a patch that changes nothing leaves no trace. */
    @Transactional
    Session change(Address address, ExpectedVersion expected, MergePatch patch, Actor actor) {
        var event = events.hold(address.eventId(), actor);
        var session = find(event, address);
        expected.check(session.version());
        var before = session.written();
        var after = binder.bind(patch.applyTo(binder.tree(before)), SessionRequest.class)
                .withDefaults(event.zone());
        if (!after.equals(before)) {
            session.change(after, start(after), clock.instant());
            events.changed(event, "session-changed", actor);
        }
        return session;
    }

    /** Takes the session away; the history of the event keeps it. */
    @Transactional
    void remove(Address address, ExpectedVersion expected, Actor actor) {
        var event = events.hold(address.eventId(), actor);
        var session = find(event, address);
        expected.check(session.version());
        sessions.delete(session);
        events.changed(event, "session-removed", actor);
    }

    private Session find(ProgramEventState event, Address address) {
        return sessions.findByIdOptional(Uuids.checked(address.sessionId()))
                .filter(session -> session.eventId().toString().equals(event.id()))
                .orElseThrow(() -> Problem.notFound("session of the program event", address.sessionId()));
    }

    /** When it starts. @throws Problem 400 for a zone or a time that there is not, or an end that is not after it */
    private Instant start(SessionRequest request) {
        var zone = Objects.requireNonNull(request.zone(), "zone");
        if (!zones.knows(zone)) {
            throw Problem.invalid("/zone", "is not a zone of the IANA time zone database, such as Africa/Casablanca");
        }
        var violations = new Violations();
        var start = instant("/start", request.start(), zone, violations);
        var end = instant("/end", request.end(), zone, violations);
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            violations.add("/end", "must be after start");
        }
        violations.throwIfAny();
        return start.orElseThrow();
    }

    private Optional<Instant> instant(String pointer, String text, String zone, Violations violations) {
        try {
            var instant = zones.instant(LocalDateTime.parse(text), zone);
            if (instant.isEmpty()) {
                violations.add(pointer, "does not exist in " + zone + ": the clocks are put forward over it");
            }
            return instant;
        } catch (DateTimeException e) {
            violations.add(pointer, "is no date and time of the calendar");
            return Optional.empty();
        }
    }
}
