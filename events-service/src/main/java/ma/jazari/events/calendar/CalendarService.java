package ma.jazari.events.calendar;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ma.jazari.events.calendar.RenderedFeeds.Rendered;
import ma.jazari.events.institutecopy.PublicInstitutes;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.PublishedEvents;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.changelog.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * Makes the feeds. Whether a feed has changed is known from one query that reads no event; what was rendered before is
 * not rendered again.
 */
@ApplicationScoped
class CalendarService {

    /** Raised whenever the same events would be written in another way. */
    private static final int FORMAT = 5;

    private static final int TAG_LENGTH = 32;

    private final PublishedEvents events;
    private final ShownEvents shown;
    private final PublicInstitutes institutes;
    private final RenderedFeeds rendered;
    private final ZoneTimes zones;
    private final CalendarConfig config;

    CalendarService(
            PublishedEvents events,
            ShownEvents shown,
            PublicInstitutes institutes,
            RenderedFeeds rendered,
            ZoneTimes zones,
            CalendarConfig config) {
        this.events = events;
        this.shown = shown;
        this.institutes = institutes;
        this.rendered = rendered;
        this.zones = zones;
        this.config = config;
    }

    /**
     * A feed as it is answered.
     *
     * @param tag the entity tag, in quotes
     * @param body null for a caller that has it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    record Answer(String tag, byte @Nullable [] body) {}

    /** @param has whether the caller has what a tag is of */
    Answer answer(Feed feed, Predicate<String> has) {
        var tag = QuarkusTransaction.requiringNew().call(() -> tag(feed));
        if (has.test(tag)) {
            return new Answer(tag, null);
        }
        var made = rendered.get(tag, () -> render(feed));
        return new Answer(made.tag(), made.body());
    }

    /** The calendar of one event. */
    String calendar(ShownEvent event, Wording wording) {
        var calendar = new Calendar(wording.title(event.state()).value(), config.refreshInterval());
        return calendar.of(List.of(event), wording, zones);
    }

    /** The tag and the bytes are of one snapshot, so that a tag never names two texts. */
    private Rendered render(Feed feed) {
        return QuarkusTransaction.requiringNew().call(() -> {
            events.fixSnapshot();
            return new Rendered(tag(feed), text(feed).getBytes(StandardCharsets.UTF_8));
        });
    }

    private String text(Feed feed) {
        return switch (feed.format()) {
            case ICALENDAR -> calendar(feed, Detail.EVENTS);
            case ICALENDAR_WITH_SESSIONS -> calendar(feed, Detail.SESSIONS);
            case ATOM -> news(feed);
        };
    }

    private String calendar(Feed feed, Detail detail) {
        var found = shown.list(feed.events(), detail);
        var wording = wording(found.stream().map(ShownEvent::state).toList(), feed.languages());
        var name = wording.title(feed.names()).value();
        return new Calendar(name, config.refreshInterval()).of(found, wording, zones);
    }

    private String news(Feed feed) {
        var found = events.list(feed.events());
        var wording = wording(found, feed.languages());
        return new AtomFeed(wording.title(feed.names()).value(), feed.path()).of(found, wording);
    }

    /** How the events are written, with the names of their hosts. */
    Wording wording(Collection<ProgramEventState> events, List<String> languages) {
        var hosts = events.stream()
                .flatMap(event -> event.hostInstituteIds().stream())
                .collect(Collectors.toSet());
        return new Wording(
                languages,
                institutes.names(hosts),
                config.publicUrl().toString().replaceFirst("/$", ""));
    }

    private String tag(Feed feed) {
        var all = List.of(
                FORMAT,
                config.publicUrl(),
                config.refreshInterval(),
                zones.runtimeVersion(),
                zones.version(ZoneTimes.MOROCCO),
                feed.path(),
                feed.names(),
                feed.languages(),
                events.fingerprint(feed.events()));
        return "\"" + Canonical.sha256(all.toString()).substring(0, TAG_LENGTH) + "\"";
    }
}
