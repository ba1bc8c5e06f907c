package ma.jazari.benchmarks.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

    private static final List<Organisation> ORGANISATIONS =
            IntStream.range(0, 2_000).mapToObj(SplitTest::organisation).toList();

    private static Organisation organisation(int number) {
        return Organisation.of(
                """
                {"id": "https://ror.org/%d", "status": "active", "names": [
                    {"value": "Université numéro %d", "types": ["ror_display", "label"]},
                    {"value": "University number %d", "types": ["label"]},
                    {"value": "UN%d", "types": ["acronym"]}],
                 "locations": [{"geonames_details": {"name": "Fès", "country_name": "Morocco"}}]}
                """
                        .formatted(number, number, number, number));
    }

    @Test
    void imports_all_but_those_that_are_held_out() {
        var split = Split.of(ORGANISATIONS, 20);

        var imported = split.imported().stream().map(Organisation::rorId).collect(Collectors.toSet());
        assertThat(imported.size()).isBetween(1_900, 1_990);
        assertThat(split.texts())
                .filteredOn(text -> text.rorId().isPresent())
                .allMatch(text -> imported.contains(text.rorId().orElseThrow()));
        assertThat(split.texts()).anyMatch(text -> text.rorId().isEmpty());
    }

    @Test
    void asks_for_names_that_were_taken_out_of_what_is_imported() {
        var split = Split.of(ORGANISATIONS, 20);

        var names = split.imported().stream()
                .flatMap(one -> one.names("label").stream())
                .collect(Collectors.toSet());
        assertThat(split.texts())
                .filteredOn(text -> text.kind().equals("label held out"))
                .hasSize(20)
                .noneMatch(text -> names.contains(text.text().replace(", Fès, Morocco", "")));
    }

    @Test
    void is_the_same_each_time() {
        assertThat(Split.of(ORGANISATIONS, 20).texts())
                .isEqualTo(Split.of(ORGANISATIONS, 20).texts());
    }
}
