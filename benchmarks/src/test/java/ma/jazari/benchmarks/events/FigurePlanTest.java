package ma.jazari.benchmarks.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigurePlanTest {

    private static final List<Host> INSTITUTES =
            IntStream.range(0, 7).mapToObj(i -> new Host("j00000" + i, "MA-04")).toList();

    private final FigurePlan plan = FigurePlan.of(1_000, INSTITUTES);

    @Test
    void lets_each_institute_report_each_week_once() {
        var figures = IntStream.range(0, 1_000)
                .mapToObj(n -> plan.institute(n).id() + " " + plan.from(n))
                .toList();

        assertThat(figures).doesNotHaveDuplicates();
    }

    @Test
    void has_weeks_that_do_not_overlap_and_are_over() {
        int n = INSTITUTES.size();

        assertThat(plan.to(0))
                .isEqualTo(plan.from(0).plusDays(6))
                .isEqualTo(plan.from(n).minusDays(1));
        assertThat(plan.to(999)).isBefore(LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void has_an_institute_report_to_one_part_and_uses_all_parts() {
        var parts = IntStream.range(0, 1_000)
                .boxed()
                .collect(Collectors.groupingBy(plan::institute, Collectors.mapping(plan::part, Collectors.toSet())));

        assertThat(parts).hasSize(INSTITUTES.size()).allSatisfy((institute, its) -> assertThat(its)
                .hasSize(1));
        assertThat(parts.values()).containsAll(List.of(Set.of(0), Set.of(FigurePlan.PARTS - 1)));
    }

    @Test
    void has_values_from_one_up() {
        assertThat(IntStream.range(0, 100_000).mapToObj(plan::value)).allMatch(value -> value.matches("[1-9][0-9]*"));
    }
}
