package ma.jazari.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import ma.jazari.platform.problem.Problem;

/** The {@code asOf} parameter: an ISO 8601 instant, or a date, which stands for the end of that day in UTC. */
public final class AsOf {

    // Further than any database goes.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private AsOf() {}

    /** @throws Problem 400 for anything else */
    public static Instant parse(String text) {
        return parse("asOf", text);
    }

    /** The same for a parameter of another name. */
    public static Instant parse(String parameter, String text) {
        return find(text)
                .orElseThrow(() -> Problem.invalid(
                        parameter, "must be a date such as 2026-06-01 or an instant such as 2026-06-01T12:00:00Z"));
    }

    /** The instant that the text names; empty for anything else. */
    public static Optional<Instant> find(String text) {
        try {
            var instant = text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusNanos(1)
                    : Instant.parse(text);
            return Optional.of(instant).filter(found -> found.isAfter(EARLIEST) && found.isBefore(LATEST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
