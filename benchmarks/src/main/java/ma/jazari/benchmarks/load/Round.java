package ma.jazari.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What was seen of a workload in one go.
 *
 * @param latencies in nanoseconds, of what was going on in that time
 * @param completed how much came to its end in that time
 * @param measured how long was looked
 * @param kinds the latencies by the kind of call; empty where all calls are alike
 */
public record Round(Histogram latencies, long completed, Duration measured, Map<String, Histogram> kinds) {

    private static final double NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    public Round {
        kinds = Map.copyOf(kinds);
    }

    /** A round of calls that are all alike. */
    public Round(Histogram latencies, long completed, Duration measured) {
        this(latencies, completed, measured, Map.of());
    }

    public double perSecond() {
        return completed / (measured.toNanos() / NANOS_A_SECOND);
    }
}
