package ma.jazari.benchmarks.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import ma.jazari.benchmarks.load.Latencies;
import ma.jazari.benchmarks.report.Line;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Many changes' journeys, and the delays on the way. */
final class Journeys {

    private static final double NANOS_A_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double MAX = 100;

    private final List<Journey> all = new ArrayList<>();
    private Duration time = Duration.ZERO;

    /** A part of the way. */
    private record Leg(String name, Function<Journey, Instant> from, Function<Journey, Instant> to) {

        Histogram delays(List<Journey> journeys) {
            var histogram = new Histogram(Latencies.DIGITS);
            for (var journey : journeys) {
                var delay = Duration.between(from.apply(journey), to.apply(journey));
                // The consumer may be faster than the answer to the writer.
                histogram.recordValue(Math.max(0, delay.toNanos()));
            }
            return histogram;
        }
    }

    private static final List<Leg> LEGS = List.of(
            new Leg("change to consumer", Journey::changedAt, Journey::received),
            new Leg("answer to consumer", Journey::confirmed, Journey::received),
            new Leg("due to consumer", Journey::due, Journey::received),
            new Leg("due to answer", Journey::due, Journey::confirmed));

    void add(List<Journey> journeys) {
        var first = journeys.stream().map(Journey::due).min(Instant::compareTo);
        var last = journeys.stream().map(Journey::confirmed).max(Instant::compareTo);
        all.addAll(journeys);
        time = time.plus(Duration.between(first.orElseThrow(), last.orElseThrow()));
    }

    /** How many were confirmed in a second, while they were made. */
    double perSecond() {
        return all.size() / (time.toNanos() / NANOS_A_SECOND);
    }

    /** All legs beside the floor's; without a floor, this is one. */
    List<Line> against(@Nullable Journeys floor) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("achieved", "rate", "1/s", perSecond(), floor == null ? null : floor.perSecond(), null));
        for (var leg : LEGS) {
            var figures = leg.delays(all);
            var floors = floor == null ? null : leg.delays(floor.all);
            lines.add(line(leg, "p50", P50, figures, floors));
            lines.add(line(leg, "p99", P99, figures, floors));
            lines.add(line(leg, "max", MAX, figures, floors));
        }
        return lines;
    }

    private static Line line(Leg leg, String metric, double percent, Histogram figures, @Nullable Histogram floors) {
        return new Line(
                leg.name(),
                metric,
                "ms",
                figures.getValueAtPercentile(percent) / NANOS_A_MILLI,
                floors == null ? null : floors.getValueAtPercentile(percent) / NANOS_A_MILLI,
                null);
    }
}
