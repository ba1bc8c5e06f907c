package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.jazari.events.programevent.ProgramEventService;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** What a person does about its own place: registers, looks, takes an offer, goes, has itself erased. */
@ApplicationScoped
class RegistrationService {

    private final ProgramEventService events;
    private final DeskRepository desks;
    private final RegistrationRepository registrations;
    private final RegistrationWriter writer;
    private final Limits limits;
    private final RegistrationConfig config;
    private final RegistrationLinks links;
    private final Traces traces;
    private final ZoneTimes zones;
    private final Clock clock;

    RegistrationService(
            ProgramEventService events,
            DeskRepository desks,
            RegistrationRepository registrations,
            RegistrationWriter writer,
            Limits limits,
            RegistrationConfig config,
            RegistrationLinks links,
            Traces traces,
            ZoneTimes zones,
            Clock clock) {
        this.events = events;
        this.desks = desks;
        this.registrations = registrations;
        this.writer = writer;
        this.limits = limits;
        this.config = config;
        this.links = links;
        this.traces = traces;
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * A place at the event, or a place in the queue.
     *
     * @param lang of the mails where the request names none
     */
    @Transactional
    Registration register(String eventId, RegistrationRequest request, String lang, Actor actor) {
        // The desk comes first: the event is read as it is once it is this one's turn.
        var desk = desks.lock(Uuids.checked(eventId));
        var terms = Terms.of(events.visible(eventId, actor), zones);
        var now = clock.instant();
        terms.checkIsOpen(actor, now);
        terms.check(request);
        var person = Person.of(request, lang, consentedAt(terms, now));
        return register(desk.orElseThrow(this::isBeingAdded), terms, person, now, actor);
    }

    /** It was added to the event after the desk was looked for, and before the event was read. */
    private Problem isBeingAdded() {
        return Problem.of(ProblemType.UNAVAILABLE, "Registration for this program event is opened just now. Try again.")
                .retryAfter(config.comeBackAfter());
    }

    private static @Nullable Instant consentedAt(Terms terms, Instant now) {
        return terms.settings().needsConsent() ? now : null;
    }

    private Registration register(Desk desk, Terms terms, Person person, Instant now, Actor actor) {
        writer.settle(desk, terms.event(), now);
        var address = person.address().orElseThrow();
        if (registrations.isTaken(desk.programEventId(), address.value())) {
            throw Problem.conflict(
                    "Somebody has registered for this event by this address; "
                            + "the mail that was sent there has the link to look after it, and POST .../registrations/link sends it again.");
        }
        if (actor.isAnonymous()) {
            limits.checkAnonymous(desk, address, now);
        }
        var registration =
                Registration.of(Uuids.next(), desk, person, terms.settings().needsApproval(), now);
        if (registration.state() != RegistrationState.CONFIRMED) {
            limits.checkQueue(desk);
        }
        writer.write("registration.received", registration, terms.event(), RegistrationActors.REGISTRANT);
        return registration;
    }

    /** @throws Problem 404 unless the key is the registration's */
    @Transactional
    Registration get(String id, @Nullable String key) {
        return registrations
                .findByIdOptional(Uuids.checked(id))
                .filter(found -> found.person() != null && found.person().knows(key))
                .orElseThrow(() -> notFound(id));
    }

    /** Takes an offer, or goes. */
    @Transactional
    Registration move(String id, @Nullable String key, RegistrationState to) {
        return withDesk(id, key, (desk, event, registration) -> {
            var now = clock.instant();
            writer.settle(desk, event, now);
            var phase = Phase.of(event, now);
            phase.check(to, registration, phase.openToPerson(registration));
            if (to == RegistrationState.CONFIRMED) {
                registration.accept(desk, now);
            } else {
                registration.cancel(Cause.PERSON, desk, now);
            }
            write(registration, event, now);
            writer.settle(desk, event, now);
        });
    }

    /** Whoever did it itself does without a mail where enough were sent to it today. */
    private void write(Registration registration, ProgramEventState event, Instant now) {
        var type = RegistrationWriter.typeOf(registration);
        if (limits.mayTell(registration, now)) {
            writer.write(type, registration, event, RegistrationActors.REGISTRANT);
        } else {
            writer.log(type, registration, event, RegistrationActors.REGISTRANT);
        }
    }

    /** Forgets the person, in all places, at once; a place that it had goes to the next. */
    @Transactional
    Registration erase(String id, @Nullable String key) {
        return withDesk(id, key, (desk, event, registration) -> {
            var now = clock.instant();
            traces.erase(registration);
            registration.erase(desk, Phase.of(event, now) == Phase.BEGUN, now);
            writer.log("registration.erased", registration, event, RegistrationActors.REGISTRANT);
            writer.settle(desk, event, now);
        });
    }

    private Registration withDesk(String id, @Nullable String key, Deed deed) {
        var registration = get(id, key);
        var desk = lock(registration.programEventId());
        // It may have moved while others had the desk.
        registrations.refresh(registration);
        if (registration.person() == null) {
            throw notFound(id);
        }
        deed.on(desk, events.known(registration.programEventId()), registration);
        return registration;
    }

    private Desk lock(UUID eventId) {
        return desks.lock(eventId).orElseThrow(() -> new IllegalStateException("a registration has a desk"));
    }

    /** As the person sees it. */
    @Transactional
    RegistrationResponse shown(Registration registration) {
        var person = registration.person();
        var position = registrations.positions(List.of(registration.id())).get(registration.id());
        var link = person == null ? null : links.of(registration, person);
        var phase = Phase.of(events.known(registration.programEventId()), clock.instant());
        return RegistrationResponse.of(registration, position, link, phase.openToPerson(registration));
    }

    private static Problem notFound(String id) {
        return Problem.notFound("registration with this key", id);
    }

    private interface Deed {
        void on(Desk desk, ProgramEventState event, Registration registration);
    }
}
