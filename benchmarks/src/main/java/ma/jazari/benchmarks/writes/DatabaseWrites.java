package ma.jazari.benchmarks.writes;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Latencies;
import ma.jazari.benchmarks.load.Round;
import ma.jazari.benchmarks.load.Workload;
import org.HdrHistogram.Histogram;

/** What the service's write is to the database and nothing else: plain JDBC, a thread for each connection. */
final class DatabaseWrites implements Workload {

    private final String name;
    private final int connections;
    private final Supplier<Connection> database;
    private final Model model;
    private final RowTemplate institute;
    private final RowTemplate change;
    private final AtomicInteger count = new AtomicInteger();

    DatabaseWrites(
            String name,
            int connections,
            Supplier<Connection> database,
            Model model,
            RowTemplate institute,
            RowTemplate change) {
        this.name = name;
        this.connections = connections;
        this.database = database;
        this.model = model;
        this.institute = institute;
        this.change = change;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Round run(Duration settle, Duration measured) throws InterruptedException {
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
        return new Round(all, completed, measured);
    }

    private Latencies write(Latencies latencies) throws SQLException {
        try (var connection = database.get();
                var institutes = connection.prepareStatement(institute.insert());
                var changes = connection.prepareStatement(change.insert())) {
            connection.setAutoCommit(false);
            for (long begun = System.nanoTime(); !latencies.isOver(begun); begun = System.nanoTime()) {
                int n = count.incrementAndGet();
                var id = Model.idOf(n);
                var number = String.format(Locale.ROOT, "%010d", n);
                institute.insert(institutes, model, id, number);
                change.insert(changes, model, id, number);
                connection.commit();
                latencies.record(begun, System.nanoTime());
            }
        }
        return latencies;
    }
}
