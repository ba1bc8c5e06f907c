package ma.jazari.platform.match;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import ma.jazari.platform.changelog.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/**
 * In how many of the records each word occurs, as PostgreSQL's own statistics have it: it keeps the most common words of
 * a tsvector column up to date by itself. A word that they do not name is rare.
 */
@ApplicationScoped
class Commonness {

    private static final String COMMON =
            """
            select words.word, words.frequency from pg_stats,
                unnest(most_common_elems::text::text[], most_common_elem_freqs) as words (word, frequency)
            where schemaname = current_schema() and tablename = 'search_document' and attname = 'words'
              and words.word is not null and words.frequency is not null
            """;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final AgroalDataSource database;
    private final Clock clock;
    private volatile @Nullable Read last;

    Commonness(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** From 0 to 1 for each common word; read again once a minute. */
    Map<String, Double> frequencies() {
        var read = last;
        if (read == null || read.at().plus(FRESH).isBefore(clock.instant())) {
            read = new Read(clock.instant(), read());
            last = read;
        }
        return read.frequencies();
    }

    private Map<String, Double> read() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COMMON);
                var row = select.executeQuery()) {
            var frequencies = new HashMap<String, Double>();
            while (row.next()) {
                frequencies.put(row.getString(1), row.getDouble(2));
            }
            return Map.copyOf(frequencies);
        } catch (SQLException e) {
            throw new DatabaseFailure("read how common words are", e);
        }
    }

    private record Read(Instant at, Map<String, Double> frequencies) {}
}
