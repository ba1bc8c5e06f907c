package ma.jazari.events.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VTimezone;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.ICalParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.events.time.ZoneTimes;

/**
 * Program events as an iCalendar file (RFC 5545, 7986). The same events make the same bytes, whenever they are asked for.
 *
 * @param name what calendar programs show
 * @param refreshInterval how often they are asked to look again
 */
record Calendar(String name, Duration refreshInterval) {

    private static final String PRODUCT = "-//Jazari Registry//Program events 1//FR";

    /** The file with these events, in their order, each with its sessions after it. */
    String of(List<ShownEvent> events, Wording wording, ZoneTimes zones) {
        var calendar = head();
        zones(events, zones).forEach(calendar::addComponent);
        for (var event : events) {
            calendar.addEvent(EventComponent.of(event, wording));
            event.agenda().forEach(session -> calendar.addEvent(SessionComponent.of(session, event.state(), wording)));
        }
        return Folding.fold(text(calendar));
    }

    private ICalendar head() {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(name);
        // The library writes a property that it does not know as it is given.
        calendar.addExperimentalProperty("X-WR-CALNAME", VObjectPropertyValues.escape(name));
        // RFC 7986 wants the VALUE spelt out; the library leaves it out.
        calendar.setRefreshInterval(biweekly.util.Duration.parse(refreshInterval.toString()))
                .setParameter(ICalParameters.VALUE, "DURATION");
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", refreshInterval.toString());
        return calendar;
    }

    private static Stream<VTimezone> zones(List<ShownEvent> events, ZoneTimes times) {
        // Morocco's are in every file: one without events must have some component, too.
        return Stream.concat(Stream.of(Span.USUAL), events.stream().flatMap(Span::of))
                .collect(Collectors.groupingBy(Span::zone, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(zone -> ZoneComponent.of(
                        zone.getKey(), times.rules(zone.getKey()), first(zone.getValue()), last(zone.getValue())));
    }

    private static Instant first(List<Span> spans) {
        return spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant last(List<Span> spans) {
        return spans.stream().map(Span::to).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Times that are written in a zone, whose rules the file then needs. */
    private record Span(String zone, Instant from, Instant to) {

        private static final Span USUAL = new Span(ZoneTimes.MOROCCO, ZoneComponent.BASE, ZoneComponent.BASE);

        static Stream<Span> of(ShownEvent event) {
            var state = event.state();
            return Stream.concat(
                    Stream.of(new Span(state.zone(), state.startInstant(), state.endInstant())),
                    event.agenda().stream().map(session -> new Span(session.zone(), session.start(), session.end())));
        }
    }

    private static String text(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            // Lets a name hold quotes where it is the value of a parameter (RFC 6868).
            writer.setCaretEncodingEnabled(true);
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
