package ma.jazari.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ma.jazari.benchmarks.report.Line;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void takes_percentiles_over_all_rounds() {
        var measured = new Measured("direct", List.of(round(90, 1), round(10, 50)));

        assertThat(measured.percentile(50)).isCloseTo(1, within(0.01));
        assertThat(measured.percentile(99)).isCloseTo(50, within(0.1));
    }

    @Test
    void shows_how_far_the_rounds_are_apart() {
        var measured = new Measured("direct", List.of(round(90, 1), round(110, 1)));

        var throughput = measured.against(null).getFirst();

        assertThat(throughput.figure()).isEqualTo(100);
        assertThat(throughput.spread()).isEqualTo(new Line.Spread(90, 110));
        assertThat(throughput.floor()).isNull();
    }

    @Test
    void stands_beside_the_floor_metric_by_metric() {
        var floor = new Measured("no-op server", List.of(round(200, 1)));

        var lines = new Measured("direct", List.of(round(50, 4))).against(floor);

        assertThat(lines).map(Line::metric).containsExactly("throughput", "p50", "p95", "p99");
        assertThat(lines.getFirst().ratio()).isEqualTo(0.25);
        assertThat(lines.getLast().difference()).isCloseTo(3, within(0.01));
    }

    @Test
    void tells_kinds_of_calls_apart() {
        var latencies = new Latencies(0, Duration.ZERO, SECOND);
        latencies.record(0, TimeUnit.MILLISECONDS.toNanos(3), "typing error");
        latencies.record(0, TimeUnit.MILLISECONDS.toNanos(2), "city");
        latencies.record(0, TimeUnit.MILLISECONDS.toNanos(4), "city");

        var measured = new Measured("q", List.of(latencies.round(SECOND), latencies.round(SECOND)));

        assertThat(measured.byKind()).map(Line::measure).containsExactly("q: city", "q: typing error");
        assertThat(measured.byKind())
                .map(Line::figure)
                .satisfiesExactly(city -> assertThat(city).isCloseTo(4, within(0.01)), typing -> assertThat(typing)
                        .isCloseTo(3, within(0.01)));
        assertThat(new Measured("direct", List.of(round(1, 1))).byKind()).isEmpty();
    }

    @Test
    void counts_only_what_ends_while_one_looks() {
        long start = 1_000_000;
        long second = SECOND.toNanos();
        var latencies = new Latencies(start, SECOND, SECOND);

        latencies.record(start, start + second - 1);
        latencies.record(start, start + second);
        latencies.record(start, start + 2 * second - 1);
        latencies.record(start, start + 2 * second);

        assertThat(latencies.completed()).isEqualTo(2);
        assertThat(latencies.histogram().getTotalCount())
                .as("what was slow is not left out")
                .isEqualTo(3);
        assertThat(latencies.isOver(start + 2 * second - 1)).isFalse();
        assertThat(latencies.isOver(start + 2 * second)).isTrue();
    }

    private static Round round(int count, int millis) {
        var histogram = new Histogram(Latencies.DIGITS);
        histogram.recordValueWithCount(TimeUnit.MILLISECONDS.toNanos(millis), count);
        return new Round(histogram, count, SECOND);
    }
}
