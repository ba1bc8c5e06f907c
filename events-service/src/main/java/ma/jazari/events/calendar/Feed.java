package ma.jazari.events.calendar;

import java.util.List;
import ma.jazari.events.programevent.PublishedEvents.Selection;
import ma.jazari.platform.text.LocalText;

/**
 * A feed that somebody subscribes to.
 *
 * @param path where it is had, with its filters, from the public address on
 * @param names what it is called, in several languages
 * @param languages that its texts are wanted in, best first
 */
record Feed(String path, List<LocalText> names, Selection events, List<String> languages, Format format) {

    enum Format {
        ICALENDAR,
        ICALENDAR_WITH_SESSIONS,
        ATOM
    }
}
