package ma.jazari.benchmarks.events;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.floor.FloorDatabase;
import ma.jazari.benchmarks.floor.Model;
import ma.jazari.benchmarks.floor.PreparedRows;
import ma.jazari.benchmarks.load.Latencies;
import ma.jazari.benchmarks.load.Round;
import ma.jazari.benchmarks.load.Workload;
import org.HdrHistogram.Histogram;

/** What a rush is to the database and nothing else: all are there at once, and wait for one of the connections. */
final class RushFloor implements Workload {

    private static final String EMPTY = "truncate registration, change_log, mail cascade";
    private static final String RESET =
            """
            update registration_desk
            set capacity = ?, confirmed = 0, offered = 0, waiting = 0, pending = 0, last_number = 0
            """;

    private final String name;
    private final int connections;
    private final FloorDatabase database;
    private final RushRows rows;
    private final EventSizes sizes;

    private RushFloor(String name, int connections, FloorDatabase database, RushRows rows, EventSizes sizes) {
        this.name = name;
        this.connections = connections;
        this.database = database;
        this.rows = rows;
        this.sizes = sizes;
    }

    /** @param database an empty one; gets the event that the rows are of */
    static RushFloor of(String name, int connections, FloorDatabase database, RushRows rows, EventSizes sizes) {
        try (var connection = database.connect();
                var event = new PreparedRows(connection, Model.itself(rows.eventId()), rows.eventRows())) {
            event.write(1);
        } catch (SQLException failure) {
            throw FloorDesk.refused(failure);
        }
        return new RushFloor(name, connections, database, rows, sizes);
    }

    @Override
    public String name() {
        return name;
    }

    /** One rush, however long it takes. */
    @Override
    public Round run(Duration settle, Duration measured) throws InterruptedException {
        reset();
        var desks = Stream.generate(() -> new FloorDesk(database.connect(), rows))
                .limit(connections)
                .toList();
        try {
            return run(desks);
        } finally {
            desks.forEach(FloorDesk::close);
        }
    }

    private void reset() {
        try (var connection = database.connect();
                var empty = connection.prepareStatement(EMPTY);
                var reset = connection.prepareStatement(RESET)) {
            empty.executeUpdate();
            reset.setInt(1, sizes.places());
            reset.executeUpdate();
        } catch (SQLException failure) {
            throw FloorDesk.refused(failure);
        }
    }

    private Round run(List<FloorDesk> desks) throws InterruptedException {
        var turns = new AtomicInteger();
        long begun = System.nanoTime();
        var writers = desks.stream()
                .<Callable<Histogram>>map(desk -> () -> write(desk, turns, begun))
                .toList();
        var all = new Histogram(Latencies.DIGITS);
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (var written : threads.invokeAll(writers)) {
                all.add(written.get());
            }
        } catch (ExecutionException failure) {
            throw new BenchmarkException("A write of the floor failed: " + failure.getCause(), failure);
        }
        return new Round(all, all.getTotalCount(), Duration.ofNanos(System.nanoTime() - begun));
    }

    private Histogram write(FloorDesk desk, AtomicInteger turns, long begun) throws SQLException {
        var latencies = new Histogram(Latencies.DIGITS);
        while (turns.incrementAndGet() <= sizes.clients()) {
            desk.register();
            latencies.recordValue(System.nanoTime() - begun);
        }
        return latencies;
    }
}
