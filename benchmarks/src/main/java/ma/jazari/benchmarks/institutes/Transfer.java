package ma.jazari.benchmarks.institutes;

import java.util.concurrent.TimeUnit;

/**
 * Many records that went from one place to another.
 *
 * @param lines one for each record
 * @param nanos how long it took
 */
record Transfer(long lines, long bytes, long nanos) {

    static final Transfer NONE = new Transfer(0, 0, 0);

    private static final double NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final double BYTES_A_MEGABYTE = 1_000_000;

    /** Both, one after the other. */
    Transfer plus(Transfer other) {
        return new Transfer(lines + other.lines, bytes + other.bytes, nanos + other.nanos);
    }

    double seconds() {
        return nanos / NANOS_A_SECOND;
    }

    double linesPerSecond() {
        return nanos == 0 ? 0 : lines / seconds();
    }

    double megabytesPerSecond() {
        return nanos == 0 ? 0 : bytes / BYTES_A_MEGABYTE / seconds();
    }
}
