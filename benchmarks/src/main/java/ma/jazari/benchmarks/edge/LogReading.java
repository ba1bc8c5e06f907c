package ma.jazari.benchmarks.edge;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Latencies;
import ma.jazari.benchmarks.load.Round;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.stack.Registry;

/** The floor of reading a change feed: the rows of the change logs in their order, one database after the other, by JDBC. */
final class LogReading implements Workload {

    private static final String ROWS =
            "select s.seq, c.* from change_log c join change_sequence s on s.position = c.position order by s.seq";

    private final String name;
    private final Registry registry;
    private final List<String> databases;

    LogReading(String name, Registry registry, List<String> databases) {
        this.name = name;
        this.registry = registry;
        this.databases = List.copyOf(databases);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Round run(Duration settle, Duration measured) {
        var connections = new ArrayList<Connection>();
        try {
            for (var database : databases) {
                var connection = registry.connect(database);
                connections.add(connection);
                // A cursor needs a transaction.
                connection.setAutoCommit(false);
            }
            var reader = new Reader(new Latencies(System.nanoTime(), settle, measured));
            while (!reader.isOver()) {
                for (var connection : connections) {
                    read(connection, reader);
                }
            }
            return new Round(reader.latencies.histogram(), reader.rows, measured);
        } catch (SQLException failure) {
            throw new BenchmarkException("A read of the floor failed: " + failure.getMessage(), failure);
        } finally {
            connections.forEach(LogReading::close);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new BenchmarkException("A connection could not be closed: " + failure.getMessage(), failure);
        }
    }

    private static void read(Connection connection, Reader reader) throws SQLException {
        try (var select = connection.prepareStatement(ROWS)) {
            select.setFetchSize(FeedReading.PAGE);
            try (var row = select.executeQuery()) {
                while (!reader.isOver() && reader.takePage(row)) {
                    // the next page
                }
            }
        }
    }

    /** Who reads rows as if they were pages. */
    private static final class Reader {

        private final Latencies latencies;
        private long rows;

        Reader(Latencies latencies) {
            this.latencies = latencies;
        }

        boolean isOver() {
            return latencies.isOver(System.nanoTime());
        }

        /** Each column as text; says whether there may be more. */
        boolean takePage(ResultSet row) throws SQLException {
            long begun = System.nanoTime();
            int columns = row.getMetaData().getColumnCount();
            int read = 0;
            while (read < FeedReading.PAGE && row.next()) {
                read++;
                for (int i = 1; i <= columns; i++) {
                    row.getString(i);
                }
            }
            long before = latencies.completed();
            if (read > 0) {
                latencies.record(begun, System.nanoTime());
                rows += latencies.completed() > before ? read : 0;
            }
            return read == FeedReading.PAGE;
        }
    }
}
