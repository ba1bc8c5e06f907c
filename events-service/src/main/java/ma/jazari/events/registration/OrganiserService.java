package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import ma.jazari.events.programevent.ProgramEventService;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventStatus;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.query.Keyset;
import ma.jazari.platform.query.Listing;
import ma.jazari.platform.security.Actor;

/** What the organiser of an event does about those who registered. Nobody else sees who they are. */
@ApplicationScoped
class OrganiserService {

    private static final Keyset<Registration> BY_NUMBER = new Keyset<Registration>(
                    "number", false, Long::valueOf, row -> Long.toString(row.number()), row -> row.id()
                            .toString())
            .withUuids();

    private final ProgramEventService events;
    private final DeskRepository desks;
    private final RegistrationRepository registrations;
    private final RegistrationWriter writer;
    private final Clock clock;

    OrganiserService(
            ProgramEventService events,
            DeskRepository desks,
            RegistrationRepository registrations,
            RegistrationWriter writer,
            Clock clock) {
        this.events = events;
        this.desks = desks;
        this.registrations = registrations;
        this.writer = writer;
        this.clock = clock;
    }

    /** Who registered, in the order of joining. */
    @Transactional
    Page<Registration> find(String eventId, RegistrationQuery query, Actor actor) {
        events.organised(eventId, actor);
        var conditions = new Conditions();
        conditions.add("programEventId = :event", Map.of("event", Uuids.checked(eventId)));
        conditions.anyOf("state", ListQuery.anyOf("state", query.state, RegistrationState.class));
        return Listing.page(registrations, conditions, BY_NUMBER, query);
    }

    /** Those who registered after that number, in the order of joining. */
    @Transactional
    List<Registration> after(String eventId, long number, int limit, Actor actor) {
        events.organised(eventId, actor);
        return registrations
                .find("programEventId = ?1 and number > ?2 order by number", Uuids.checked(eventId), number)
                .page(0, limit)
                .list();
    }

    @Transactional
    Registration get(String eventId, String id, Actor actor) {
        events.organised(eventId, actor);
        return find(eventId, id);
    }

    /** Says yes or no to somebody, or takes a place away. */
    @Transactional
    Registration move(String eventId, String id, ExpectedVersion expected, RegistrationState to, Actor actor) {
        // The desk comes first: the event is read as it is once it is this one's turn.
        var desk = lock(eventId);
        var event = events.organised(eventId, actor);
        var now = clock.instant();
        // Before anything is said of the registration: this may move it.
        writer.settle(desk, event, now);
        var registration = find(eventId, id);
        expected.check(registration.version());
        var phase = Phase.of(event, now);
        phase.check(to, registration, phase.openToOrganiser(registration));
        switch (to) {
            case CONFIRMED -> registration.admit(desk, registrations.queue(desk.programEventId()), now);
            case DECLINED -> registration.decline(desk, now);
            default -> registration.cancel(Cause.ORGANISER, desk, now);
        }
        writer.write(RegistrationWriter.typeOf(registration), registration, event, actor);
        writer.settle(desk, event, now);
        return registration;
    }

    /** Notes that somebody was there, or that this was an error. */
    @Transactional
    Registration checkIn(String eventId, String id, ExpectedVersion expected, boolean isThere, Actor actor) {
        lock(eventId);
        var event = events.organised(eventId, actor);
        var registration = find(eventId, id);
        expected.check(registration.version());
        if (isThere == (registration.checkedInAt() != null)) {
            return registration;
        }
        var now = clock.instant();
        if (isThere) {
            checkMayBeThere(registration, event);
        }
        registration.checkIn(isThere, now);
        var type = isThere ? "registration.checked-in" : "registration.check-in-withdrawn";
        writer.log(type, registration, event, actor);
        return registration;
    }

    private static void checkMayBeThere(Registration registration, ProgramEventState event) {
        if (registration.state() != RegistrationState.CONFIRMED) {
            throw Problem.conflict(
                    "The registration is " + registration.state() + "; only who is CONFIRMED has a place.");
        }
        if (event.status() != ProgramEventStatus.PUBLISHED && event.status() != ProgramEventStatus.COMPLETED) {
            throw Problem.conflict("The program event is " + event.status() + "; nobody can be there.");
        }
    }

    /** As the organiser sees them; all are of one event. */
    @Transactional
    List<RegistrationResponse> shown(List<Registration> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        var phase = Phase.of(events.known(some.getFirst().programEventId()), clock.instant());
        var positions =
                registrations.positions(some.stream().map(Registration::id).toList());
        return some.stream()
                .map(one -> RegistrationResponse.of(one, positions.get(one.id()), null, phase.openToOrganiser(one)))
                .toList();
    }

    private Desk lock(String eventId) {
        return desks.lock(Uuids.checked(eventId))
                .orElseThrow(() -> Problem.notFound("registrations of program event", eventId));
    }

    private Registration find(String eventId, String id) {
        return registrations
                .of(Uuids.checked(eventId), Uuids.checked(id))
                .orElseThrow(() -> Problem.notFound("registration", id));
    }
}
