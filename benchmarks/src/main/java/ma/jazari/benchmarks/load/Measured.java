package ma.jazari.benchmarks.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import ma.jazari.benchmarks.report.Line;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** All rounds of one workload. */
public record Measured(String name, List<Round> rounds) {

    private static final double P50 = 50;
    private static final double P95 = 95;
    private static final double P99 = 99;
    private static final double NANOS_A_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    public Measured {
        rounds = List.copyOf(rounds);
    }

    /** Over all rounds. */
    public double perSecond() {
        return rounds.stream().mapToDouble(Round::perSecond).average().orElse(0);
    }

    /** In milliseconds, over all rounds. */
    public double percentile(double percent) {
        var all = new Histogram(Latencies.DIGITS);
        rounds.forEach(round -> all.add(round.latencies()));
        return millis(all, percent);
    }

    /** Throughput, p50, p95 and p99 beside the floor's; without a floor, this is one. */
    public List<Line> against(@Nullable Measured floor) {
        return List.of(
                new Line(name, "throughput", "1/s", perSecond(), floor == null ? null : floor.perSecond(), spread()),
                percentile("p50", P50, floor),
                percentile("p95", P95, floor),
                percentile("p99", P99, floor));
    }

    private Line percentile(String metric, double percent, @Nullable Measured floor) {
        return new Line(
                name, metric, "ms", percentile(percent), floor == null ? null : floor.percentile(percent), null);
    }

    /** The p95 of each kind of call, in the order of their names; nothing where all calls are alike. */
    public List<Line> byKind() {
        Map<String, Histogram> kinds = new TreeMap<>();
        rounds.forEach(round -> round.kinds()
                .forEach((kind, latencies) -> kinds.computeIfAbsent(kind, first -> new Histogram(Latencies.DIGITS))
                        .add(latencies)));
        return kinds.entrySet().stream()
                .map(entry ->
                        new Line(name + ": " + entry.getKey(), "p95", "ms", millis(entry.getValue(), P95), null, null))
                .toList();
    }

    private static double millis(Histogram latencies, double percent) {
        return latencies.getValueAtPercentile(percent) / NANOS_A_MILLI;
    }

    private Line.Spread spread() {
        var statistics = rounds.stream().mapToDouble(Round::perSecond).summaryStatistics();
        return new Line.Spread(statistics.getMin(), statistics.getMax());
    }
}
