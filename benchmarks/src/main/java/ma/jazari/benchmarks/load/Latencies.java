package ma.jazari.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Records how long things took, after a time in which nobody looks. Not for several threads. */
public final class Latencies {

    /** Significant digits of a recorded value. */
    public static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(DIGITS);
    private final Map<String, Histogram> kinds = new TreeMap<>();
    private final long from;
    private final long until;
    private long completed;

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
        record(begun, ended, null);
    }

    /** @param kind of what took that long; null where all is alike */
    void record(long begun, long ended, @Nullable String kind) {
        if (ended - from >= 0) {
            completed += isOver(ended) ? 0 : 1;
            histogram.recordValue(ended - begun);
            if (kind != null) {
                kinds.computeIfAbsent(kind, first -> new Histogram(DIGITS)).recordValue(ended - begun);
            }
        }
    }

    /** How many ended while one looked. */
    public long completed() {
        return completed;
    }

    /** What ended while one looked, and what had begun by then: leaving it out would leave out what is slow. */
    public Histogram histogram() {
        return histogram;
    }

    Round round(Duration measured) {
        return new Round(histogram, completed, measured, kinds);
    }
}
