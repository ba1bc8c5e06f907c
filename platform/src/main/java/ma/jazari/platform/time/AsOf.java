package ma.jazari.platform.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import ma.jazari.platform.problem.Problem;

/** Points in time that a caller names: an ISO 8601 instant, or a date. To the microsecond, as the database keeps them. */
public final class AsOf {

    // Further than any database goes.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private AsOf() {}

    /**
     * The {@code asOf} parameter; a date stands for the end of that day in UTC.
     *
     * @throws Problem 400 for anything else
     */
    public static Instant parse(String text) {
        return find(text).orElseThrow(() -> unreadable("asOf"));
    }

    /**
     * A parameter that means from then on; a date stands for the beginning of that day in UTC.
     *
     * @throws Problem 400 for anything else
     */
    public static Instant since(String parameter, String text) {
        return find(text, AsOf::beginning).orElseThrow(() -> unreadable(parameter));
    }

    /** The instant, or the end of the day, that the text names; empty for anything else. */
    public static Optional<Instant> find(String text) {
        return find(text, day -> beginning(day).plus(DAY).minus(1, ChronoUnit.MICROS));
    }

    private static Optional<Instant> find(String text, Function<LocalDate, Instant> ofDay) {
        try {
            var instant = text.length() == "2026-06-01".length()
                    ? ofDay.apply(LocalDate.parse(text))
                    : Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            return Optional.of(checked(instant));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The instant.
     *
     * @throws DateTimeException if it is further than a database goes
     */
    public static Instant checked(Instant instant) {
        if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
            return instant;
        }
        throw new DateTimeException("beyond what is kept: " + instant);
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Problem unreadable(String parameter) {
        return Problem.invalid(
                parameter, "must be a date such as 2026-06-01 or an instant such as 2026-06-01T12:00:00Z");
    }
}
