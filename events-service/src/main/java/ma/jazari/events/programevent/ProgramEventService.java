package ma.jazari.events.programevent;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.jazari.events.call.CallState;
import ma.jazari.events.institutecopy.HostInstitutes;
import ma.jazari.events.institutecopy.Successions;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.RecordImage;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.search.SearchIndex;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Announces, changes and calls off program events. Every change is one transaction and leaves one entry in the log. */
@ApplicationScoped
public class ProgramEventService {

    private final ProgramEventRepository events;
    private final ProgramEventSearch search;
    private final HostInstitutes hostInstitutes;
    private final Successions successions;
    private final Registrations registrations;
    private final ChangeLog changes;
    private final SearchIndex index;
    private final List<EventParts> parts;
    private final JsonBinder binder;
    private final ZoneTimes zones;
    private final Clock clock;

    ProgramEventService(
            ProgramEventRepository events,
            ProgramEventSearch search,
            HostInstitutes hostInstitutes,
            Successions successions,
            Registrations registrations,
            ChangeLog changes,
            SearchIndex index,
            @All List<EventParts> parts,
            JsonBinder binder,
            ZoneTimes zones,
            Clock clock) {
        this.events = events;
        this.search = search;
        this.hostInstitutes = hostInstitutes;
        this.successions = successions;
        this.registrations = registrations;
        this.changes = changes;
        this.index = index;
        this.parts = parts;
        this.binder = binder;
        this.zones = zones;
        this.clock = clock;
    }

    /** A new program event, as a draft. */
    @Transactional
    ProgramEvent create(ProgramEventRequest request, Actor actor) {
        return create(request, null, actor);
    }

    /** A new program event of a series, as a draft. */
    @Transactional
    ProgramEvent create(ProgramEventRequest request, @Nullable UUID series, Actor actor) {
        ProgramEventPolicy.checkMayHold(request.hostInstituteIds(), actor);
        var event = ProgramEvent.draft(Uuids.next(), request, Schedule.of(request, zones), clock.instant());
        if (series != null) {
            event.joinSeries(series, clock.instant());
        }
        events.persistAndFlush(event);
        registrations.follow(event.state(), event.state(), actor);
        log("program-event.drafted", event, null, actor);
        index.put(List.of(ProgramEventDocument.of(event)));
        return event;
    }

    /** Changes what is written of it; a patch that changes nothing leaves no trace. */
    @Transactional
    ProgramEvent change(String id, ExpectedVersion expected, MergePatch patch, Actor actor) {
        var event = findForChange(id, actor);
        expected.check(event.version());
        var before = event.written();
        var after = binder.bind(patch.applyTo(binder.tree(before)), ProgramEventRequest.class)
                .withDefaults();
        if (after.equals(before)) {
            return event;
        }
        checkNewHosts(event, after.hostInstituteIds(), actor);
        var was = event.state();
        var type = event.change(after, Schedule.of(after, zones), clock.instant());
        events.flush();
        registrations.follow(was, event.state(), actor);
        log(type, event, null, actor);
        index.put(List.of(ProgramEventDocument.of(event)));
        return event;
    }

    /** Makes it the first of a series. */
    @Transactional
    ProgramEvent joinSeries(String id, ExpectedVersion expected, UUID series, Actor actor) {
        var event = findForChange(id, actor);
        expected.check(event.version());
        event.joinSeries(series, clock.instant());
        events.flush();
        log("program-event.updated", event, null, actor);
        return event;
    }

    /** Moves it through its lifecycle. */
    @Transactional
    ProgramEvent move(String id, ExpectedVersion expected, TransitionRequest move, Actor actor) {
        var event = findForChange(id, actor);
        expected.check(event.version());
        var open = ProgramEventPolicy.moves(event.status(), event.hostInstituteIds(), actor);
        if (!open.contains(move.to())) {
            throw Problem.moveNotAllowed(event.status(), move.to(), open);
        }
        switch (move.to()) {
            case PUBLISHED -> checkMayBePublished(event, actor);
            case COMPLETED -> checkMayBeCompleted(event);
            default -> {}
        }
        var was = event.state();
        event.moveTo(move.to(), move.reason(), clock.instant());
        events.flush();
        registrations.follow(was, event.state(), actor);
        log(move.to().changeType(), event, move.reason(), actor);
        return event;
    }

    /** The program event, if the actor may see it. */
    @Transactional
    ProgramEvent get(String id, Actor actor) {
        var event = events.findByIdOptional(Uuids.checked(id)).orElseThrow(() -> notFound(id));
        ProgramEventPolicy.checkMayRead(event, actor);
        return event;
    }

    @Transactional
    Page<ProgramEvent> find(ProgramEventQuery query, Actor actor) {
        return search.find(query, actor);
    }

    /** Of the hosts of the events that were merged, by id, the institute that each is now. */
    Map<String, String> successors(Collection<ProgramEvent> shown) {
        return successions.current(shown.stream()
                .flatMap(event -> event.hostInstituteIds().stream())
                .collect(Collectors.toSet()));
    }

    /** How many places are taken of those of the events that one can register for, by id. */
    Map<String, Places> places(Collection<ProgramEvent> shown) {
        return registrations.places(shown.stream()
                .filter(ProgramEvent::takesRegistrations)
                .map(ProgramEvent::id)
                .toList());
    }

    /** Where the event stands now, if it is a call that is on or over. */
    @Nullable CallState callState(ProgramEventState event) {
        return event.callState(clock.instant()).orElse(null);
    }

    /** @throws Problem 400 or 404 if there is no such program event that the actor may see */
    @Transactional
    public ProgramEventState visible(String id, Actor actor) {
        return get(id, actor).state();
    }

    /** A program event that there is, whoever may see it. */
    @Transactional
    public ProgramEventState known(UUID id) {
        return events.findById(id).state();
    }

    /** @throws Problem 404 for a stranger to a draft, 403 for everybody else who is not its organiser */
    @Transactional
    public ProgramEventState organised(String id, Actor actor) {
        var event = get(id, actor);
        ProgramEventPolicy.checkMayChange(event, actor);
        return event.state();
    }

    /**
     * The program event, held until the transaction ends.
     *
     * @throws Problem 404 for a stranger to a draft, 403 for everybody else who may not change it
     */
    ProgramEvent findForChange(String id, Actor actor) {
        var event = events.findForChange(Uuids.checked(id)).orElseThrow(() -> notFound(id));
        ProgramEventPolicy.checkMayChange(event, actor);
        return event;
    }

    private static Problem notFound(String id) {
        return Problem.notFound("program event", id);
    }

    private void checkNewHosts(ProgramEvent event, List<String> hosts, Actor actor) {
        ProgramEventPolicy.checkMayHold(hosts, actor);
        if (event.status().isPublished()) {
            // A host that was closed since then does not keep the others from changing the event.
            var added = new ArrayList<>(hosts);
            added.removeAll(event.hostInstituteIds());
            hostInstitutes.checkActive(added, actor);
        }
    }

    private void checkMayBePublished(ProgramEvent event, Actor actor) {
        var lacking = PublicationRules.violations(event);
        if (!lacking.isEmpty()) {
            throw Problem.conflict("Something is missing that a published event has; see missing.")
                    .with("missing", lacking.all());
        }
        hostInstitutes.checkActive(event.hostInstituteIds(), actor);
    }

    private void checkMayBeCompleted(ProgramEvent event) {
        var schedule = event.schedule();
        if (event.type() == ProgramEventType.CALL && clock.instant().isBefore(schedule.endInstant())) {
            throw Problem.conflict("The call closes at " + schedule.endInstant()
                    + " and cannot be completed before; to close it earlier, give it another end.");
        }
        if (clock.instant().isBefore(schedule.startInstant())) {
            throw Problem.conflict("It begins at " + schedule.startInstant() + " and cannot be completed before.");
        }
    }

    void log(String type, ProgramEvent event, @Nullable String reason, Actor actor) {
        var subject = new Subject(ProgramEventPolicy.SUBJECT, event.id());
        var audience = event.status().isPublished() ? null : ProgramEventPolicy.audience(event);
        changes.append(
                new NewChange(type, subject, event.version(), image(event).state(), null, audience, reason), actor);
    }

    /** The program event as the log keeps it. */
    RecordImage image(ProgramEvent event) {
        var state = changes.tree(event.state());
        var id = UUID.fromString(event.id());
        parts.forEach(part -> state.setAll(changes.tree(part.of(id))));
        return new RecordImage(state, null);
    }
}
