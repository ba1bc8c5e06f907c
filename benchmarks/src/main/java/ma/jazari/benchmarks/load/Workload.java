package ma.jazari.benchmarks.load;

import java.time.Duration;

/** Something that can be done over and over for a while. */
public interface Workload {

    String name();

    /**
     * Works for {@code settle} without looking, then for {@code measured}.
     *
     * @throws ma.jazari.benchmarks.BenchmarkException when anything but success comes back
     */
    Round run(Duration settle, Duration measured) throws InterruptedException;
}
