package ma.jazari.benchmarks.edge;

import java.time.Duration;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.DoubleSupplier;
import ma.jazari.benchmarks.report.Line;

/** Looks several times a second how much memory a process holds, in MiB, until this is closed. */
final class MemoryWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final DoubleSupplier mebibytes;
    private final double before;
    private final DoubleAccumulator highest;
    private volatile boolean over;

    private MemoryWatch(DoubleSupplier mebibytes) {
        this.mebibytes = mebibytes;
        this.before = mebibytes.getAsDouble();
        this.highest = new DoubleAccumulator(Math::max, before);
    }

    static MemoryWatch begin(DoubleSupplier mebibytes) {
        var watch = new MemoryWatch(mebibytes);
        Thread.ofPlatform().daemon().name("memory").start(watch::look);
        return watch;
    }

    private void look() {
        try {
            while (!over) {
                highest.accumulate(mebibytes.getAsDouble());
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** The highest beside what it was before. */
    Line line(String measure) {
        return new Line(measure, "memory", "MiB", highest.get(), before, null);
    }

    @Override
    public void close() {
        over = true;
    }
}
