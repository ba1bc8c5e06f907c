package ma.jazari.benchmarks.load;

import java.util.List;
import java.util.concurrent.TimeUnit;
import ma.jazari.benchmarks.report.Line;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** All rounds of one workload. */
public record Measured(String name, List<Round> rounds) {

    private static final double P50 = 50;
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
        return all.getValueAtPercentile(percent) / NANOS_A_MILLI;
    }

    /** Throughput, p50 and p99 beside the floor's; without a floor, this is one. */
    public List<Line> against(@Nullable Measured floor) {
        return List.of(
                new Line(name, "throughput", "1/s", perSecond(), floor == null ? null : floor.perSecond(), spread()),
                new Line(name, "p50", "ms", percentile(P50), floor == null ? null : floor.percentile(P50), null),
                new Line(name, "p99", "ms", percentile(P99), floor == null ? null : floor.percentile(P99), null));
    }

    private Line.Spread spread() {
        var statistics = rounds.stream().mapToDouble(Round::perSecond).summaryStatistics();
        return new Line.Spread(statistics.getMin(), statistics.getMax());
    }
}
