package ma.jazari.benchmarks.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Latencies;
import ma.jazari.benchmarks.load.Round;
import ma.jazari.benchmarks.load.Workload;

/** What a read is to the database and nothing else: one query by plain JDBC over one connection, each column taken as text. */
public final class DatabaseReads implements Workload {

    private final String name;
    private final Supplier<Connection> database;
    private final String sql;
    private final List<String> parameters;

    /** @param parameters as text, in their order; the query casts what is another type */
    public DatabaseReads(String name, Supplier<Connection> database, String sql, List<String> parameters) {
        this.name = name;
        this.database = database;
        this.sql = sql;
        this.parameters = List.copyOf(parameters);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Round run(Duration settle, Duration measured) {
        try (var connection = database.get();
                var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setString(i + 1, parameters.get(i));
            }
            return read(select, settle, measured);
        } catch (SQLException failure) {
            throw new BenchmarkException("A read of the floor failed: " + failure.getMessage(), failure);
        }
    }

    private static Round read(PreparedStatement select, Duration settle, Duration measured) throws SQLException {
        var latencies = new Latencies(System.nanoTime(), settle, measured);
        for (long begun = System.nanoTime(); !latencies.isOver(begun); begun = System.nanoTime()) {
            if (readOnce(select) == 0) {
                throw new BenchmarkException("The floor read nothing: " + select);
            }
            latencies.record(begun, System.nanoTime());
        }
        return new Round(latencies.histogram(), latencies.completed(), measured);
    }

    /** How many characters there were. */
    private static long readOnce(PreparedStatement select) throws SQLException {
        long read = 0;
        try (var row = select.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = 1; i <= columns; i++) {
                    var text = row.getString(i);
                    read += text == null ? 0 : text.length();
                }
            }
        }
        return read;
    }
}
