package ma.jazari.benchmarks.events;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.stack.Registry;

/** What is asked of events-service's database past the service. */
final class EventsDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String HOSTS = "select id, region from institute_copy where status = 'ACTIVE' order by id";
    private static final String PUBLISHED = "select count(*) from program_event where status <> 'DRAFT'";
    private static final String A_PUBLISHED =
            "select id from program_event where status = 'PUBLISHED' order by start_at limit 1";
    private static final String MAILS = "select count(*) from mail";
    private static final String SUM =
            """
            select sum(value) from measurement
            where programme_id = any (?::uuid[]) and indicator = ? and reported_at <= ?::timestamptz
            """;

    private final Registry registry;
    private final Connection connection;

    EventsDatabase(Registry registry) {
        this.registry = registry;
        this.connection = connect();
    }

    /** Another connection. */
    Connection connect() {
        try {
            return registry.connect("events");
        } catch (SQLException failure) {
            throw silent(failure);
        }
    }

    Connection connection() {
        return connection;
    }

    List<Host> hosts() {
        try (var select = connection.prepareStatement(HOSTS);
                var row = select.executeQuery()) {
            var hosts = new ArrayList<Host>();
            while (row.next()) {
                hosts.add(new Host(row.getString(1), row.getString(2)));
            }
            return hosts;
        } catch (SQLException failure) {
            throw silent(failure);
        }
    }

    /** How many program events the public knows of. */
    long published() {
        return number(PUBLISHED);
    }

    /** The id of one of them. */
    String aPublishedEvent() {
        try (var select = connection.prepareStatement(A_PUBLISHED);
                var row = select.executeQuery()) {
            if (!row.next()) {
                throw new BenchmarkException("No program event is published.");
            }
            return row.getString(1);
        } catch (SQLException failure) {
            throw silent(failure);
        }
    }

    /** Waits until no mail waits, so that those of one rush do not disturb the next. */
    void awaitMails() throws InterruptedException {
        long begun = System.nanoTime();
        while (number(MAILS) > 0) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new BenchmarkException("Mails are still waiting after " + PATIENCE.toSeconds() + " s.");
            }
            Thread.sleep(PAUSE);
        }
    }

    /** All values of an indicator of some programmes that were reported until then, added up. */
    BigDecimal sum(String programmes, String indicator, Instant until) {
        try (var select = connection.prepareStatement(SUM)) {
            select.setString(1, programmes);
            select.setString(2, indicator);
            select.setString(3, until.toString());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBigDecimal(1);
            }
        } catch (SQLException failure) {
            throw silent(failure);
        }
    }

    /** What autovacuum would do within a minute. */
    void vacuum() {
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        } catch (SQLException failure) {
            throw silent(failure);
        }
    }

    private long number(String query) {
        try (var select = connection.prepareStatement(query);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw silent(failure);
        }
    }

    private static BenchmarkException silent(SQLException failure) {
        return new BenchmarkException("PostgreSQL does not answer: " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw silent(failure);
        }
    }
}
