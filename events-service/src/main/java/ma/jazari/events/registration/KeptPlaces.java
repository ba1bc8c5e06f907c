package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.jazari.events.programevent.Places;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventStatus;
import ma.jazari.events.programevent.RegistrationSettings;
import ma.jazari.events.programevent.Registrations;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** The desks of program events follow their events. */
@ApplicationScoped
class KeptPlaces implements Registrations {

    private final DeskRepository desks;
    private final RegistrationWriter writer;
    private final EventNews news;
    private final ZoneTimes zones;
    private final Clock clock;

    KeptPlaces(DeskRepository desks, RegistrationWriter writer, EventNews news, ZoneTimes zones, Clock clock) {
        this.desks = desks;
        this.writer = writer;
        this.news = news;
        this.zones = zones;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(ProgramEventState before, ProgramEventState now, Actor actor) {
        if (before.registration() == null && now.registration() == null) {
            return;
        }
        var id = UUID.fromString(now.id());
        var desk = desks.lock(id).orElse(null);
        var settings = now.registration();
        if (settings == null) {
            checkIsEmpty(desk);
            return;
        }
        if (desk == null) {
            desk = Desk.of(id, settings.capacity(), eraseAfter(now, settings));
            desks.persistAndFlush(desk);
        } else {
            set(desk, now, settings);
        }
        writer.settle(desk, Terms.of(now, zones), clock.instant());
        if (mustBeTold(before, now) && desk.open() > 0) {
            // They may be many: one row says what they are to be told, and the scheduled round tells them.
            news.add(now, desk.lastNumber());
        }
    }

    private static void checkIsEmpty(@Nullable Desk desk) {
        if (desk != null && desk.open() > 0) {
            throw Problem.conflict("There are registrations for this program event: close it for others with "
                    + "\"open\": \"CLOSED\", or cancel them first.");
        }
    }

    private static void set(Desk desk, ProgramEventState event, RegistrationSettings settings) {
        var capacity = settings.capacity();
        if (capacity != null && capacity < desk.taken()) {
            throw Problem.conflict("There are " + desk.taken() + " places confirmed or offered; capacity cannot be "
                            + capacity + ".")
                    .with("taken", desk.taken());
        }
        desk.set(capacity, eraseAfter(event, settings));
    }

    private static Instant eraseAfter(ProgramEventState event, RegistrationSettings settings) {
        return event.endInstant().plus(settings.retention());
    }

    /** Whether those who registered hear of it: another time or place, or that the event is off, or on again. */
    private static boolean mustBeTold(ProgramEventState before, ProgramEventState now) {
        boolean hasMoved = before.status().isPublished() && now.sequence() > before.sequence();
        return hasMoved && now.status() != ProgramEventStatus.COMPLETED;
    }

    @Override
    public Map<String, Places> places(Collection<String> eventIds) {
        return desks.of(eventIds.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(desk -> desk.programEventId().toString(), Desk::places));
    }
}
