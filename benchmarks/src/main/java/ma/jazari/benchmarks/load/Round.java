package ma.jazari.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What was seen of a workload in one go.
 *
 * @param latencies in nanoseconds, of what was completed in that time
 * @param measured how long was looked
 */
public record Round(Histogram latencies, Duration measured) {

    private static final double NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    public double perSecond() {
        return latencies.getTotalCount() / (measured.toNanos() / NANOS_A_SECOND);
    }
}
