package ma.jazari.benchmarks.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopyTest {

    @Test
    void has_ids_of_institutes_that_are_well_formed_and_all_different() {
        var ids = IntStream.range(0, 100_000)
                .mapToObj(Copy::ofInstitute)
                .map(Copy::id)
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("j[0-9a-hjkmnp-tv-z]{6}[0-9]{2}"));
    }

    @Test
    void has_ids_and_codes_of_conventions_as_the_database_wants_them() {
        var copies = IntStream.range(0, 1_000).mapToObj(Copy::ofConvention).toList();

        assertThat(copies)
                .map(Copy::id)
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertThat(copies)
                .map(Copy::number)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("CNV-[0-9]{4}-[0-9]{5,}") && code.length() <= 20);
    }

    @Test
    void has_ids_and_numbers_of_registrations_as_the_database_wants_them() {
        var copies =
                IntStream.rangeClosed(1, 1_000).mapToObj(Copy::ofRegistration).toList();

        assertThat(copies)
                .map(Copy::id)
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertThat(copies)
                .map(copy -> Long.parseLong(copy.number()))
                .startsWith(1L, 2L)
                .endsWith(1_000L);
    }
}
