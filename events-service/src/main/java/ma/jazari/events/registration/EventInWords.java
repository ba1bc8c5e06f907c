package ma.jazari.events.registration;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** A program event as persons are told of it, in one of the languages that there are texts in. */
record EventInWords(ProgramEventState event, String language, ZoneTimes zones) {

    String title() {
        return LocalText.best(event.titles(), List.of(language, "fr", "ar", "en"))
                .map(LocalText::value)
                .orElse("");
    }

    String when() {
        return wall(LocalDateTime.parse(event.start())) + " (" + event.zone() + ", " + offset() + ")";
    }

    /** What of a time can change while the wall time stays. */
    private String offset() {
        var offset = zones.rules(event.zone()).getOffset(event.startInstant());
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
    }

    String where() {
        var venue = event.venue();
        var place = venue == null ? Stream.<@Nullable String>empty() : Stream.of(venue.name(), venue.city());
        return Stream.concat(place, Stream.ofNullable(event.onlineUrl()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** An instant as a clock at the event shows it; empty for none. */
    String at(@Nullable Instant instant) {
        return instant == null
                ? ""
                : wall(LocalDateTime.ofInstant(
                        instant, zones.rules(event.zone()).getOffset(instant)));
    }

    private String wall(LocalDateTime time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(Locale.of(language))
                .format(time);
    }
}
