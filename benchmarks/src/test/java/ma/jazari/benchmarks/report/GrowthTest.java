package ma.jazari.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void has_a_row_for_each_size_and_a_dash_for_what_was_not_measured() {
        var samples = new AtSize(5, List.of(section(line("q", "p95", 1.5))));
        var grown = new AtSize(
                50_005,
                List.of(
                        section(line("import", "records", 2_345.6)),
                        section(line("q", "p50", 9), line("q", "p95", 12.34), line("deep page", "number", 1000))));

        var rows = new Growth(List.of(samples, grown))
                .table()
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();

        assertThat(rows.subList(4, 6))
                .containsExactly("5 1.50 - - - - - - - - - - -", "50,005 12.3 - - - - - 1,000 - 2,346 - - -");
    }

    @Test
    void stands_in_columns() {
        var table = new Growth(List.of(new AtSize(500_005, List.of()))).table();

        assertThat(table.lines().skip(2).map(String::length)).containsOnly(12 + 10 * Growth.COLUMNS.size());
    }

    private static Section section(Line... lines) {
        return new Section("at a size", "none", List.of(lines));
    }

    private static Line line(String measure, String metric, double figure) {
        return new Line(measure, metric, "ms", figure, null, null);
    }
}
