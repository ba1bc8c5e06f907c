package ma.jazari.events.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.Registrations;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.problem.Problem;

/** Writes single program events for the public; a draft is in no calendar, not even its host's. */
@ApplicationScoped
class EventRepresentations {

    private static final int DIGEST_LENGTH = 16;

    private final ShownEvents events;
    private final CalendarService calendars;
    private final Registrations registrations;
    private final ZoneTimes zones;
    private final ObjectMapper mapper;
    private final Clock clock;

    EventRepresentations(
            ShownEvents events,
            CalendarService calendars,
            Registrations registrations,
            ZoneTimes zones,
            ObjectMapper mapper,
            Clock clock) {
        this.events = events;
        this.calendars = calendars;
        this.registrations = registrations;
        this.zones = zones;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * An event as it is answered.
     *
     * @param tag its entity tag, in quotes, which begins with the event's version
     * @param language of its title
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    record Representation(String tag, byte[] body, String language) {

        static Representation of(String text, ProgramEventState event, Wording wording) {
            var digest = Canonical.sha256(text).substring(0, DIGEST_LENGTH);
            return new Representation(
                    "\"" + event.version() + "-" + digest + "\"",
                    text.getBytes(StandardCharsets.UTF_8),
                    wording.title(event).lang());
        }
    }

    /** As an iCalendar file. */
    Representation calendar(String id, Detail detail, List<String> languages) {
        var event = published(id, detail);
        var wording = calendars.wording(List.of(event.state()), languages);
        return Representation.of(calendars.calendar(event, wording), event.state(), wording);
    }

    /** As JSON-LD. The tag is of the text, so it follows the places, which change without the event. */
    @Transactional
    Representation linkedData(String id, List<String> languages) {
        var event = published(id, Detail.SESSIONS);
        var wording = calendars.wording(List.of(event.state()), languages);
        var places = registrations
                .places(List.of(event.state().id()))
                .get(event.state().id());
        var linked = LinkedEvent.of(event, places, new Linking(wording, zones, clock.instant()));
        try {
            return Representation.of(inPage(mapper.writeValueAsString(linked)), event.state(), wording);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same JSON without a character by which it could end the script element of a page that holds it. */
    private static String inPage(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private ShownEvent published(String id, Detail detail) {
        return events.find(id, detail).orElseThrow(() -> Problem.notFound("published program event", id));
    }
}
