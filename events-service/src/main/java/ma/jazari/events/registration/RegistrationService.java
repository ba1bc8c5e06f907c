package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.jazari.events.programevent.ProgramEventService;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** What a person does about its own place: registers, looks, takes an offer, goes, has itself erased. */
@ApplicationScoped
class RegistrationService {

    /** Whoever has the link of a mail. */
    private static final Actor PERSON = new Actor(null, "registrant", Set.of(), Set.of());

    private final ProgramEventService events;
    private final DeskRepository desks;
    private final RegistrationRepository registrations;
    private final RegistrationWriter writer;
    private final RegistrationLinks links;
    private final Traces traces;
    private final ZoneTimes zones;
    private final Clock clock;

    RegistrationService(
            ProgramEventService events,
            DeskRepository desks,
            RegistrationRepository registrations,
            RegistrationWriter writer,
            RegistrationLinks links,
            Traces traces,
            ZoneTimes zones,
            Clock clock) {
        this.events = events;
        this.desks = desks;
        this.registrations = registrations;
        this.writer = writer;
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
        return register(desk.orElseThrow(), terms, Person.of(request, lang, consentedAt(terms, now)), now, actor);
    }

    private static @Nullable Instant consentedAt(Terms terms, Instant now) {
        return terms.settings().needsConsent() ? now : null;
    }

    private Registration register(Desk desk, Terms terms, Person person, Instant now, Actor actor) {
        writer.settle(desk, terms, now);
        if (registrations.isTaken(desk.programEventId(), Registration.addressOf(person.email()))) {
            throw Problem.conflict(
                    "Somebody has registered for this event by this address; "
                            + "the mail that was sent there has the link to look after it, and POST .../registrations/link sends it again.");
        }
        var registration =
                Registration.of(Uuids.next(), desk, person, terms.settings().needsApproval(), now);
        writer.write("registration.received", registration, terms.event(), actor);
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
        return withDesk(id, key, (desk, terms, registration) -> {
            var now = clock.instant();
            writer.settle(desk, terms, now);
            var open = open(registration);
            if (!open.contains(to)) {
                throw Problem.moveNotAllowed(registration.state(), to, open);
            }
            if (to == RegistrationState.CONFIRMED) {
                registration.accept(desk, now);
            } else {
                registration.cancel(Cause.PERSON, desk, now);
            }
            writer.write(RegistrationWriter.typeOf(registration), registration, terms.event(), PERSON);
            writer.settle(desk, terms, now);
        });
    }

    /** The moves that are open to the person. */
    static List<RegistrationState> open(Registration registration) {
        return switch (registration.state()) {
            case OFFERED -> List.of(RegistrationState.CONFIRMED, RegistrationState.CANCELLED);
            case CONFIRMED, PENDING, WAITING -> List.of(RegistrationState.CANCELLED);
            case DECLINED, CANCELLED -> List.of();
        };
    }

    /** Forgets the person, in all places, at once; a place that it had goes to the next. */
    @Transactional
    Registration erase(String id, @Nullable String key) {
        return withDesk(id, key, (desk, terms, registration) -> {
            var now = clock.instant();
            traces.erase(registration);
            registration.erase(desk, !now.isBefore(terms.event().endInstant()), now);
            writer.log("registration.erased", registration, terms.event(), PERSON);
            writer.settle(desk, terms, now);
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
        deed.on(desk, Terms.of(events.known(registration.programEventId()), zones), registration);
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
        return RegistrationResponse.of(registration, position, link, open(registration));
    }

    private static Problem notFound(String id) {
        return Problem.notFound("registration with this key", id);
    }

    private interface Deed {
        void on(Desk desk, Terms terms, Registration registration);
    }
}
