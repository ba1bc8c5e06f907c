package ma.jazari.platform.search;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Indexes everything anew where the rules of the index have changed, once across replicas, beside the usual work. */
@ApplicationScoped
class SearchRebuild {

    private static final Logger LOG = Logger.getLogger(SearchRebuild.class);
    private static final int BATCH = 500;
    private static final String MINE = "select pg_try_advisory_lock(hashtextextended('search-rebuild', 1))";
    private static final String DONE = "select pg_advisory_unlock(hashtextextended('search-rebuild', 1))";

    private final AgroalDataSource database;
    private final SearchIndex index;
    private final List<SearchSource> sources;

    SearchRebuild(AgroalDataSource database, SearchIndex index, @All List<SearchSource> sources) {
        this.database = database;
        this.index = index;
        this.sources = sources;
    }

    void start(@Observes StartupEvent start) {
        if (!sources.isEmpty()) {
            Thread.ofVirtual().name("search-rebuild").start(this::run);
        }
    }

    private void run() {
        try (var connection = database.getConnection()) {
            if (isMine(connection)) {
                try {
                    rebuild(connection);
                } finally {
                    unlock(connection);
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.error("indexing anew failed; the next start tries again", e);
        }
    }

    private static boolean isMine(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select version < ? and (" + MINE + ") from search_rules")) {
            select.setInt(1, SearchIndex.RULES);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        try (var done = connection.createStatement()) {
            done.execute(DONE);
        }
    }

    private void rebuild(Connection connection) throws SQLException {
        long indexed = 0;
        for (var source : sources) {
            String last = null;
            do {
                var batch = indexAfter(source, last);
                indexed += batch.size();
                last = batch.isEmpty() ? null : batch.getLast().id();
            } while (last != null);
        }
        try (var update = connection.prepareStatement("update search_rules set version = ?")) {
            update.setInt(1, SearchIndex.RULES);
            update.executeUpdate();
        }
        if (indexed > 0) {
            LOG.infof("indexed %d records anew", indexed);
        }
    }

    private List<SearchDocument> indexAfter(SearchSource source, @Nullable String last) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var batch = source.after(last, BATCH);
            if (!batch.isEmpty()) {
                index.put(batch);
            }
            return batch;
        });
    }
}
