package ma.jazari.benchmarks.floor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Forecast;
import ma.jazari.benchmarks.load.Latencies;
import ma.jazari.benchmarks.load.Round;
import ma.jazari.benchmarks.load.Workload;
import org.HdrHistogram.Histogram;

/** What the service's write is to the database and nothing else: plain JDBC, a thread for each connection. */
final class DatabaseWrites implements Workload {

    private static final double FIRST_GUESS = 3_000;
    private static final int BATCH = 1_000;

    private final String name;
    private final int connections;
    private final Supplier<Connection> database;
    private final FloorStep step;
    private final Forecast forecast = new Forecast(FIRST_GUESS);
    private final AtomicInteger count = new AtomicInteger();
    private int ready;

    DatabaseWrites(String name, int connections, Supplier<Connection> database, FloorStep step) {
        this.name = name;
        this.connections = connections;
        this.database = database;
        this.step = step;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Round run(Duration settle, Duration measured) throws InterruptedException {
        prepare(settle.plus(measured));
        long begun = System.nanoTime();
        Callable<Latencies> writer = () -> write(new Latencies(begun, settle, measured));
        var all = new Histogram(Latencies.DIGITS);
        long completed = 0;
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (var written : threads.invokeAll(Collections.nCopies(connections, writer))) {
                all.add(written.get().histogram());
                completed += written.get().completed();
            }
        } catch (ExecutionException failure) {
            throw new BenchmarkException("A write of the floor failed: " + failure.getCause(), failure);
        }
        return forecast.seen(new Round(all, completed, measured));
    }

    /** The copies that the step is about to change, more than it can reach. */
    private void prepare(Duration time) {
        if (step.before().isEmpty()) {
            ready = Integer.MAX_VALUE;
            return;
        }
        int wanted = count.get() + forecast.most(time);
        try (var connection = database.get();
                var rows = new PreparedRows(connection, step.model(), step.before())) {
            connection.setAutoCommit(false);
            while (ready < wanted) {
                rows.writeAll(ready + 1, ready + BATCH);
                connection.commit();
                ready += BATCH;
            }
        } catch (SQLException failure) {
            throw new BenchmarkException("The rows of the floor: " + failure.getMessage(), failure);
        }
    }

    private Latencies write(Latencies latencies) throws SQLException {
        try (var connection = database.get();
                var rows = new PreparedRows(connection, step.model(), step.writes())) {
            connection.setAutoCommit(false);
            for (long begun = System.nanoTime(); !latencies.isOver(begun); begun = System.nanoTime()) {
                rows.write(next());
                connection.commit();
                latencies.record(begun, System.nanoTime());
            }
        }
        return latencies;
    }

    private int next() {
        int n = count.incrementAndGet();
        if (n > ready) {
            throw new BenchmarkException("No prepared row was left to change after " + ready + ".");
        }
        return n;
    }
}
