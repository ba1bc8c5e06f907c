package ma.jazari.events.programevent;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an event recurs, as RFC 5545 has it: always at the same wall time. */
@Schema(name = "ProgramEventRecurrence")
public record Recurrence(
        @NotNull @Schema(examples = "WEEKLY") Frequency frequency,
        @Nullable @Min(1) @Max(100) @Schema(description = "Every so many days, weeks or months", defaultValue = "1")
                Integer interval,
        @Nullable @Min(2) @Max(MOST) @Schema(
                        description = "How many events the series has, the first among them; this or until",
                        examples = "10")
                Integer count,
        @Schema(description = "The last day on which one can start; this or count") @Nullable LocalDate until)
        implements Checked {

    /** How many events a series has at most. */
    static final int MOST = 200;

    /** The unit of the interval. */
    public enum Frequency {
        DAILY,
        WEEKLY,
        /** On the same day of the month; a month without it is passed over. */
        MONTHLY
    }

    @Override
    public void check(Violations violations) {
        if ((count == null) == (until == null)) {
            violations.add("/count", "is given, or until is, and not both");
        }
    }

    /** When the events of the series start, the first among them; one more than there may be if there are too many. */
    List<LocalDateTime> starts(LocalDateTime first) {
        var starts = IntStream.iterate(0, step -> step + Objects.requireNonNullElse(interval, 1))
                .boxed()
                .flatMap(step -> start(first, step))
                .limit(count == null ? MOST + 1 : count);
        return until == null
                ? starts.toList()
                : starts.takeWhile(start -> !start.toLocalDate().isAfter(until)).toList();
    }

    private Stream<LocalDateTime> start(LocalDateTime first, int step) {
        return switch (frequency) {
            case DAILY -> Stream.of(first.plusDays(step));
            case WEEKLY -> Stream.of(first.plusWeeks(step));
            case MONTHLY -> {
                var month = YearMonth.from(first).plusMonths(step);
                yield month.isValidDay(first.getDayOfMonth())
                        ? Stream.of(month.atDay(first.getDayOfMonth()).atTime(first.toLocalTime()))
                        : Stream.empty();
            }
        };
    }
}
