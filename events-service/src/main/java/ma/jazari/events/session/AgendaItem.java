package ma.jazari.events.session;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import ma.jazari.events.programevent.Description;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A session of a program event as it is, or as it was; its instants by the time rules of now.
 *
 * @param written wall times and zone among it
 * @param version 0 for one of the past, which cannot be changed
 * @param createdAt null for one of the past, as updatedAt is: the event's history tells
 */
public record AgendaItem(
        String id,
        String programEventId,
        SessionRequest written,
        Instant start,
        Instant end,
        long version,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /** The order of time. */
    static final Comparator<AgendaItem> BY_TIME =
            Comparator.comparing(AgendaItem::start).thenComparing(AgendaItem::id);

    static AgendaItem of(Session session, ZoneTimes zones) {
        var written = session.written();
        var zone = zoneOf(written);
        return new AgendaItem(
                session.id(),
                session.eventId().toString(),
                written,
                zones.moment(LocalDateTime.parse(written.start()), zone),
                zones.moment(LocalDateTime.parse(written.end()), zone),
                session.version(),
                session.createdAt(),
                session.updatedAt());
    }

    static AgendaItem past(String programEventId, String id, SessionRequest written, ZoneTimes zones) {
        var zone = zoneOf(written);
        return new AgendaItem(
                id,
                programEventId,
                written,
                zones.moment(LocalDateTime.parse(written.start()), zone),
                zones.moment(LocalDateTime.parse(written.end()), zone),
                0,
                null,
                null);
    }

    public String zone() {
        return zoneOf(written);
    }

    private static String zoneOf(SessionRequest written) {
        return Objects.requireNonNull(written.zone(), "zone");
    }

    public List<LocalText> titles() {
        return written.titles();
    }

    public List<Description> descriptions() {
        return Objects.requireNonNullElse(written.descriptions(), List.of());
    }

    public List<Speaker> speakers() {
        return Objects.requireNonNullElse(written.speakers(), List.of());
    }
}
