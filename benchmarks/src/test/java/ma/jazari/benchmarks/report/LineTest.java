package ma.jazari.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void compares_a_figure_with_its_floor() {
        var line = new Line("gateway", "p99", "ms", 12.0, 4.0, null);

        assertThat(line.ratio()).isEqualTo(3.0);
        assertThat(line.difference()).isEqualTo(8.0);
    }

    @Test
    void compares_nothing_without_a_floor() {
        var line = new Line("no-op server", "p99", "ms", 4.0, null, null);

        assertThat(line.ratio()).isNull();
        assertThat(line.difference()).isNull();
    }

    @Test
    void does_not_divide_by_nothing() {
        var line = new Line("answer to consumer", "p50", "ms", 4.0, 0.0, null);

        assertThat(line.ratio()).isNull();
        assertThat(line.difference()).isEqualTo(4.0);
    }
}
