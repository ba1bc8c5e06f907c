package ma.jazari.events.progress;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** How long the periods of a series are. */
enum SeriesBy {
    YEAR(12),
    QUARTER(3),
    MONTH(1);

    private final int months;

    SeriesBy(int months) {
        this.months = months;
    }

    /** @throws Problem 400 for anything but year, quarter and month; absent is quarter */
    static SeriesBy of(@Nullable String text) {
        return text == null
                ? QUARTER
                : Arrays.stream(values())
                        .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("by", "must be one of year, quarter, month"));
    }

    /** The first day of the period that the day is in. */
    LocalDate start(LocalDate day) {
        int month = (day.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(day.getYear(), month, 1);
    }

    /** The first day of the period after the one that begins on this day. */
    LocalDate next(LocalDate start) {
        return start.plusMonths(months);
    }

    /** What the period that begins on this day is called: 2026, 2026-Q1 or 2026-01. */
    String name(LocalDate start) {
        return switch (this) {
            case YEAR -> String.valueOf(start.getYear());
            case QUARTER -> start.getYear() + "-Q" + ((start.getMonthValue() + 2) / 3);
            case MONTH -> start.toString().substring(0, "2026-01".length());
        };
    }
}
