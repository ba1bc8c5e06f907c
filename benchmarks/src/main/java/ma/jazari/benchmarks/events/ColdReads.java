package ma.jazari.benchmarks.events;

import java.time.Duration;
import java.util.function.Supplier;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.Calls;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Latencies;
import ma.jazari.benchmarks.load.Round;
import ma.jazari.benchmarks.load.Workload;
import org.HdrHistogram.Histogram;

/** Reads what has just changed, so that nothing of it can have been made before. One user; the changes are not measured. */
final class ColdReads implements Workload {

    private final String name;
    private final HttpLoad http;
    private final Supplier<Calls> changes;
    private final Call read;

    /** @param changes asked at the start of each run, so that a token is fresh */
    ColdReads(String name, HttpLoad http, Supplier<Calls> changes, Call read) {
        this.name = name;
        this.http = http;
        this.changes = changes;
        this.read = read;
    }

    @Override
    public String name() {
        return name;
    }

    /** As often as there is time for it, once at least. */
    @Override
    public Round run(Duration settle, Duration measured) throws InterruptedException {
        var change = changes.get();
        var latencies = new Histogram(Latencies.DIGITS);
        var sum = Duration.ZERO;
        long begun = System.nanoTime();
        do {
            HttpLoad.await(http.send(change.next().call()), Duration.ZERO);
            var taken = timed();
            latencies.recordValue(taken.toNanos());
            sum = sum.plus(taken);
        } while (System.nanoTime() - begun < measured.toNanos());
        return new Round(latencies, latencies.getTotalCount(), sum);
    }

    private Duration timed() throws InterruptedException {
        long begun = System.nanoTime();
        HttpLoad.await(http.send(read), Duration.ZERO);
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
