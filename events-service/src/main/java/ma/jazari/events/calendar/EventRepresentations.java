package ma.jazari.events.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.PublishedEvents;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.problem.Problem;

/** Writes single program events for the public; a draft is in no calendar, not even its host's. */
@ApplicationScoped
class EventRepresentations {

    private static final int DIGEST_LENGTH = 16;

    private final PublishedEvents events;
    private final CalendarService calendars;
    private final ZoneTimes zones;
    private final ObjectMapper mapper;

    EventRepresentations(PublishedEvents events, CalendarService calendars, ZoneTimes zones, ObjectMapper mapper) {
        this.events = events;
        this.calendars = calendars;
        this.zones = zones;
        this.mapper = mapper;
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
    Representation calendar(String id, List<String> languages) {
        var event = published(id);
        var wording = calendars.wording(List.of(event), languages);
        return Representation.of(calendars.calendar(event, wording), event, wording);
    }

    /** As JSON-LD. */
    Representation linkedData(String id, List<String> languages) {
        var event = published(id);
        var wording = calendars.wording(List.of(event), languages);
        try {
            var json = mapper.writeValueAsString(LinkedEvent.of(event, wording, zones));
            return Representation.of(json, event, wording);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProgramEventState published(String id) {
        return events.find(id).orElseThrow(() -> Problem.notFound("published program event", id));
    }
}
