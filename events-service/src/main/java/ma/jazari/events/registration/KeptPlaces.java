package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.jazari.events.programevent.Places;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventStatus;
import ma.jazari.events.programevent.RegistrationSettings;
import ma.jazari.events.programevent.Registrations;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** The desks of program events follow their events. */
@ApplicationScoped
class KeptPlaces implements Registrations {

    // Longer than a mail server is away, as a rule.
    private static final Duration TIME_TO_HEAR = Duration.ofDays(3);

    private final DeskRepository desks;
    private final RegistrationRepository registrations;
    private final RegistrationWriter writer;
    private final EventNews news;
    private final RegistrationConfig config;
    private final Clock clock;

    KeptPlaces(
            DeskRepository desks,
            RegistrationRepository registrations,
            RegistrationWriter writer,
            EventNews news,
            RegistrationConfig config,
            Clock clock) {
        this.desks = desks;
        this.registrations = registrations;
        this.writer = writer;
        this.news = news;
        this.config = config;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(ProgramEventState before, ProgramEventState now, Actor actor) {
        var id = UUID.fromString(now.id());
        var found = desks.lock(id);
        if (found.isEmpty() && now.registration() == null) {
            return;
        }
        var desk = found.orElseGet(() -> Desk.of(id));
        set(desk, now.registration());
        var at = clock.instant();
        desk.follow(now.status() == ProgramEventStatus.CANCELLED, eraseAfter(desk, now, at));
        desks.persistAndFlush(desk);
        giveBack(desk, Phase.of(before, at), now, at);
        writer.settle(desk, now, at);
        if (mustBeTold(before, now, at) && desk.open() > 0) {
            // They may be many: one row says what they are to be told, and the scheduled round tells them.
            news.add(now, desk.lastNumber());
        }
    }

    private static void set(Desk desk, @Nullable RegistrationSettings settings) {
        if (settings == null) {
            checkIsEmpty(desk);
            return;
        }
        var capacity = settings.capacity();
        if (capacity != null && capacity < desk.taken()) {
            throw Problem.conflict("There are " + desk.taken() + " places confirmed or offered; capacity cannot be "
                            + capacity + ".")
                    .with("taken", desk.taken());
        }
        desk.set(capacity, settings.retention());
    }

    private static void checkIsEmpty(Desk desk) {
        if (desk.open() > 0) {
            throw Problem.conflict("There are registrations for this program event: close it for others with "
                    + "\"open\": \"CLOSED\", or cancel them first.");
        }
    }

    /** So much after the end, but when all have heard of the change: with a person go the mails that were not sent yet. */
    private Instant eraseAfter(Desk desk, ProgramEventState event, Instant at) {
        // Of a postponed event nobody knows when it is; those who registered are kept for it, but not for good.
        var atLeast = event.status() == ProgramEventStatus.POSTPONED ? config.keptWhilePostponed() : Duration.ZERO;
        var kept = event.endInstant().plus(Collections.max(List.of(desk.retention(), atLeast)));
        return Collections.max(List.of(kept, at.plus(TIME_TO_HEAR)));
    }

    /** Where an event that had begun is ahead again, nobody keeps a place for those who were erased meanwhile. */
    private void giveBack(Desk desk, Phase before, ProgramEventState now, Instant at) {
        var phase = Phase.of(now, at);
        if (before == Phase.BEGUN && (phase == Phase.AHEAD || phase == Phase.OFF)) {
            var nameless = registrations.openAndErased(desk.programEventId());
            nameless.forEach(one -> one.cancel(Cause.ERASURE, desk, at));
            writer.logAll(nameless, RegistrationWriter::typeOf, now, RegistrationActors.QUEUE);
        }
    }

    /**
     * Whether those who registered hear of it: another time or place, or that the event is off, or on again. Where a time is
     * put right after it has passed, nobody has to come at another one; that it is cancelled each hears when its
     * registration ends.
     */
    private static boolean mustBeTold(ProgramEventState before, ProgramEventState now, Instant at) {
        boolean hasMoved = before.status().isPublished() && now.sequence() > before.sequence();
        return hasMoved
                && switch (now.status()) {
                    case PUBLISHED -> at.isBefore(now.endInstant());
                    case POSTPONED -> true;
                    case DRAFT, COMPLETED, CANCELLED -> false;
                };
    }

    @Override
    public Map<String, Places> places(Collection<String> eventIds) {
        return desks.of(eventIds.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(desk -> desk.programEventId().toString(), Desk::places));
    }
}
