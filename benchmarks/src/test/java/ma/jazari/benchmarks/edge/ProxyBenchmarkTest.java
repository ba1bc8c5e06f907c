package ma.jazari.benchmarks.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ma.jazari.benchmarks.load.Measured;
import ma.jazari.benchmarks.load.Round;
import ma.jazari.benchmarks.report.Line;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ProxyBenchmarkTest {

    @Test
    void sets_each_beside_the_upstream_and_ours_beside_the_others() {
        var lines = ProxyBenchmark.lines(List.of(
                measured(ProxyBenchmark.FLOOR, 400),
                measured(ProxyBenchmark.NGINX, 200),
                measured(ProxyBenchmark.SPRING, 50),
                measured(ProxyBenchmark.TOKEN, 100),
                measured(ProxyBenchmark.ANONYMOUS, 150)));

        assertThat(lines)
                .filteredOn(line -> line.metric().equals("throughput"))
                .extracting(Line::measure, Line::ratio)
                .containsExactly(
                        tuple("no-op server", null),
                        tuple("nginx", 0.5),
                        tuple("Spring, token", 0.125),
                        tuple("gateway, token", 0.25),
                        tuple("gateway, anonymous", 0.375),
                        tuple("token, to Spring", 2.0),
                        tuple("token, to nginx", 0.5),
                        tuple("anonymous, to nginx", 0.75));
    }

    @Test
    void leaves_out_the_proxies_that_are_not_there() {
        var lines = ProxyBenchmark.lines(List.of(
                measured(ProxyBenchmark.FLOOR, 400),
                measured(ProxyBenchmark.TOKEN, 100),
                measured(ProxyBenchmark.ANONYMOUS, 150)));

        assertThat(lines)
                .extracting(Line::measure)
                .containsOnly(ProxyBenchmark.FLOOR, ProxyBenchmark.TOKEN, ProxyBenchmark.ANONYMOUS);
    }

    private static Measured measured(String name, int count) {
        var histogram = new Histogram(3);
        histogram.recordValueWithCount(TimeUnit.MILLISECONDS.toNanos(1), count);
        return new Measured(name, List.of(new Round(histogram, count, Duration.ofSeconds(1))));
    }
}
