package ma.jazari.institutes.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidityTest {

    @Test
    void overlaps_where_one_day_is_in_both() {
        assertThat(days(1, 5).overlaps(days(5, 9))).isTrue();
        assertThat(days(5, 9).overlaps(days(1, 5))).isTrue();
        assertThat(days(1, 4).overlaps(days(5, 9))).isFalse();
        assertThat(days(5, 9).overlaps(days(1, 4))).isFalse();
        assertThat(days(1, 9).overlaps(days(3, 4))).isTrue();
    }

    @Test
    void has_no_end_where_none_is_given() {
        assertThat(days(null, null).overlaps(days(null, null))).isTrue();
        assertThat(days(null, 4).overlaps(days(5, null))).isFalse();
        assertThat(days(5, null).overlaps(days(null, 4))).isFalse();
        assertThat(days(null, 5).overlaps(days(5, null))).isTrue();
        assertThat(days(1, null).isPast(day(9))).isFalse();
    }

    @Test
    void is_past_from_the_day_after_its_last() {
        assertThat(days(1, 5).isPast(day(5))).isFalse();
        assertThat(days(1, 5).isPast(day(6))).isTrue();
    }

    @Test
    void ends_no_earlier_than_it_begins() {
        assertThat(days(5, 5).isInOrder()).isTrue();
        assertThat(days(5, 4).isInOrder()).isFalse();
        assertThat(days(null, 4).isInOrder()).isTrue();
    }

    private static Validity days(@Nullable Integer from, @Nullable Integer to) {
        return new Validity(from == null ? null : day(from), to == null ? null : day(to));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
