package ma.jazari.benchmarks.institutes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.stack.Registry;

/** What is asked of institutes-service's database past the service: what there is, and the floor of an export. */
final class InstitutesDatabase implements AutoCloseable {

    private static final String NAME = "institutes";
    private static final int FETCH = 500;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COUNT = "select count(*) from institute where status = 'ACTIVE'";
    // Ids are random, but neighbours share pages: the digest scatters them.
    private static final String SAMPLE =
            """
            select id, details::text from institute where status = 'ACTIVE' and kind = 'INSTITUTE'
            order by md5(id) limit ?
            """;
    private static final String STATES =
            """
            select c.state::text from institute i join change_log c
              on c.subject_type = 'INSTITUTE' and c.subject_id = i.id and c.subject_version = i.version
            order by i.id
            """;
    private static final String ANALYZED =
            """
            select count(*) = 2 from pg_stat_user_tables
            where relname in ('institute', 'search_document') and last_autoanalyze > ?
            """;

    private final Connection connection;

    InstitutesDatabase(Registry registry) {
        try {
            this.connection = registry.connect(NAME);
        } catch (SQLException failure) {
            throw silent(failure);
        }
    }

    /** How many institutes are active. */
    long count() {
        return number(COUNT);
    }

    long bytes() {
        return number("select pg_database_size('" + NAME + "')");
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

    /** Some of the active institutes, in no order; the same ones each time. */
    List<KnownInstitute> sample(int most) {
        try (var select = connection.prepareStatement(SAMPLE)) {
            select.setInt(1, most);
            try (var row = select.executeQuery()) {
                var sample = new ArrayList<KnownInstitute>();
                while (row.next()) {
                    sample.add(KnownInstitute.of(row.getString(1), JSON.readTree(row.getString(2))));
                }
                return sample;
            }
        } catch (SQLException failure) {
            throw silent(failure);
        } catch (JsonProcessingException failure) {
            throw new BenchmarkException("A stored institute is no JSON: " + failure.getMessage(), failure);
        }
    }

    /** Reads the present state of all institutes and does nothing with it. */
    Transfer readStates() {
        long begun = System.nanoTime();
        long lines = 0;
        long bytes = 0;
        try {
            // A cursor needs a transaction.
            connection.setAutoCommit(false);
            try (var select = connection.prepareStatement(STATES)) {
                select.setFetchSize(FETCH);
                try (var row = select.executeQuery()) {
                    for (; row.next(); lines++) {
                        bytes += row.getString(1).getBytes(StandardCharsets.UTF_8).length + 1L;
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw silent(failure);
        }
        return new Transfer(lines, bytes, System.nanoTime() - begun);
    }

    /** Whether autovacuum has looked at the tables of records and of search since. */
    boolean isAnalyzedSince(Instant time) {
        try (var select = connection.prepareStatement(ANALYZED)) {
            select.setTimestamp(1, Timestamp.from(time));
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw silent(failure);
        }
    }

    void analyze() {
        try (var statement = connection.createStatement()) {
            statement.execute("analyze");
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
