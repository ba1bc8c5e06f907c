package ma.jazari.events.programevent;

import static ma.jazari.events.programevent.Recurrence.Frequency.DAILY;
import static ma.jazari.events.programevent.Recurrence.Frequency.MONTHLY;
import static ma.jazari.events.programevent.Recurrence.Frequency.WEEKLY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-01-31T10:00");

    @Test
    void counts_the_first_event_too() {
        assertThat(new Recurrence(WEEKLY, null, 3, null).starts(FIRST))
                .containsExactly(FIRST, FIRST.plusWeeks(1), FIRST.plusWeeks(2));
    }

    @Test
    void includes_the_last_day() {
        assertThat(new Recurrence(DAILY, 2, null, LocalDate.parse("2026-02-04")).starts(FIRST))
                .containsExactly(FIRST, FIRST.plusDays(2), FIRST.plusDays(4));
    }

    @Test
    void passes_over_months_without_the_day_and_counts_them_not() {
        assertThat(new Recurrence(MONTHLY, null, 3, null).starts(FIRST))
                .containsExactly(FIRST, FIRST.plusDays(59), FIRST.plusDays(120));
    }

    @Test
    void comes_to_the_29th_of_february_again() {
        var leapDay = LocalDateTime.parse("2028-02-29T10:00");

        assertThat(new Recurrence(MONTHLY, 12, 2, null).starts(leapDay))
                .containsExactly(leapDay, LocalDateTime.parse("2032-02-29T10:00"));
    }

    @Property
    void stops_one_past_what_a_series_may_hold(
            @ForAll Recurrence.Frequency frequency, @ForAll @IntRange(min = 1, max = 100) int interval) {
        var endless = new Recurrence(frequency, interval, null, LocalDate.MAX);

        assertThat(endless.starts(FIRST))
                .hasSize(Recurrence.MOST + 1)
                .isSorted()
                .startsWith(FIRST);
    }
}
