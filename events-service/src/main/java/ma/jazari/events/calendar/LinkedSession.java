package ma.jazari.events.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import ma.jazari.events.calendar.LinkedEvent.Location;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.session.AgendaItem;
import ma.jazari.events.session.Speaker;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A session as an event within its program event, with which it is postponed and cancelled.
 *
 * @param location the room, where there is one
 * @param performer who speaks
 */
record LinkedSession(
        @JsonProperty("@type") String type,
        @JsonProperty("@id") String id,
        String identifier,
        String name,
        @Nullable String description,
        String startDate,
        String endDate,
        String eventStatus,
        String eventAttendanceMode,
        List<Location> location,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Person> performer,
        String url) {

    /** Who speaks. */
    record Person(@JsonProperty("@type") String type, String name, @Nullable Affiliation affiliation) {

        static Person of(Speaker speaker) {
            var affiliation = speaker.affiliation();
            return new Person(
                    "Person",
                    Wording.clean(speaker.name()),
                    affiliation == null ? null : new Affiliation("Organization", Wording.clean(affiliation)));
        }
    }

    record Affiliation(@JsonProperty("@type") String type, String name) {}

    static LinkedSession of(AgendaItem session, ProgramEventState event, Linking linking) {
        var wording = linking.wording();
        var url = wording.sessionUrl(session);
        return new LinkedSession(
                "Event",
                url,
                session.id(),
                wording.title(session.titles()).value(),
                wording.description(session.descriptions())
                        .map(LocalText::value)
                        .orElse(null),
                linking.time(session.start(), session.zone()),
                linking.time(session.end(), session.zone()),
                LinkedEvent.status(event),
                LinkedEvent.mode(event),
                LinkedEvent.locations(event, session.written().room()),
                session.speakers().stream().map(Person::of).toList(),
                url);
    }
}
