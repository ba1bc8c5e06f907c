package ma.jazari.events.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/** Reads calendars with a library that has nothing to do with the one that writes them (ical4j), strictly. */
final class SecondReader {

    private SecondReader() {}

    /** The events of a calendar that is valid by RFC 5545. */
    static List<VEvent> events(String feed) {
        try {
            var calendar = new CalendarBuilder().build(new StringReader(feed));
            calendar.validate(true);
            return List.copyOf(calendar.<VEvent>getComponents(Component.VEVENT));
        } catch (IOException | ParserException e) {
            throw new AssertionError("not a calendar: " + e.getMessage(), e);
        }
    }

    static VEvent event(String feed, String uid) {
        return events(feed).stream()
                .filter(event -> event.getUid().getValue().equals(uid))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event " + uid));
    }

    /** When the event starts by the rules of the VTIMEZONE that the feed carries. */
    static Instant start(VEvent event) {
        return event.getStartDate().getDate().toInstant();
    }
}
