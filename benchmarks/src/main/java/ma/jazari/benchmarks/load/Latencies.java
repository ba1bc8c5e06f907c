package ma.jazari.benchmarks.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Records how long things took, after a time in which nobody looks. Not for several threads. */
public final class Latencies {

    /** Significant digits of a recorded value. */
    public static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(DIGITS);
    private final long from;
    private final long until;

    /** Looks from {@code settle} after {@code begun} for the time {@code measured}. */
    public Latencies(long begun, Duration settle, Duration measured) {
        this.from = begun + settle.toNanos();
        this.until = from + measured.toNanos();
    }

    /** Whether the time of looking has passed. */
    public boolean isOver(long now) {
        return now - until >= 0;
    }

    public void record(long begun, long ended) {
        if (ended - from >= 0 && !isOver(ended)) {
            histogram.recordValue(ended - begun);
        }
    }

    public Histogram histogram() {
        return histogram;
    }
}
