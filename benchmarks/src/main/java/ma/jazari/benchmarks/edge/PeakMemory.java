package ma.jazari.benchmarks.edge;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;

/**
 * What a process held in memory while something went on, in MiB.
 *
 * @param before it began
 * @param highest of what was seen several times a second
 */
record PeakMemory(double before, double highest) {

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Something that goes on for a while. */
    @FunctionalInterface
    interface Deed {
        void run() throws InterruptedException;
    }

    static PeakMemory during(DoubleSupplier mebibytes, Deed deed) throws InterruptedException {
        var over = new AtomicBoolean();
        var watch = new Watch(mebibytes, over);
        var thread = Thread.ofPlatform().daemon().name("memory").start(watch);
        try {
            deed.run();
        } finally {
            over.set(true);
            thread.join();
        }
        return new PeakMemory(watch.before, watch.highest);
    }

    private static final class Watch implements Runnable {

        private final DoubleSupplier mebibytes;
        private final AtomicBoolean over;
        private final double before;
        private double highest;

        Watch(DoubleSupplier mebibytes, AtomicBoolean over) {
            this.mebibytes = mebibytes;
            this.over = over;
            this.before = mebibytes.getAsDouble();
            this.highest = before;
        }

        @Override
        public void run() {
            try {
                while (!over.get()) {
                    highest = Math.max(highest, mebibytes.getAsDouble());
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
