package ma.jazari.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private final Section section = new Section(
            "Reads",
            "a no-op server",
            List.of(
                    new Line("no-op server", "throughput", "1/s", 12_000, null, new Line.Spread(11_000, 13_000)),
                    new Line("direct", "throughput", "1/s", 3_000, 12_000.0, null),
                    new Line("direct", "p99", "ms", 12.345, 2.0, null)));

    @Test
    void shows_each_figure_with_floor_ratio_difference_and_unit() {
        assertThat(ResultTable.of(section).lines())
                .map(line -> line.strip().replaceAll(" +", " "))
                .containsExactly(
                        "",
                        "Reads",
                        "floor: a no-op server",
                        "figure floor ratio difference unit rounds",
                        "no-op server throughput 12,000 - - - 1/s 11,000 to 13,000",
                        "direct throughput 3,000 12,000 x 0.250 -9,000 1/s",
                        "p99 12.3 2.00 x 6.17 +10.3 ms");
    }

    @Test
    void stands_in_columns() {
        var lines = ResultTable.of(section).lines().skip(4).toList();

        assertThat(lines)
                .map(line -> Math.max(line.indexOf("1/s"), line.indexOf("ms")))
                .containsOnly(lines.getFirst().indexOf("1/s"));
    }
}
