package ma.jazari.platform.exporting;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.search.SqlFilter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Opens exports, a few at a time. */
@ApplicationScoped
public class ExportService {

    private final AgroalDataSource database;
    private final ExportConfig config;
    private final String service;
    private final Semaphore turns;

    ExportService(
            AgroalDataSource database,
            ExportConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.config = config;
        this.service = service;
        this.turns = new Semaphore(config.concurrent(), true);
    }

    public Duration stall() {
        return config.stall();
    }

    /**
     * Opens an export; to be closed.
     *
     * @param filter of records that the caller may see
     * @throws Problem 503 while too many others are read
     */
    public Export open(ExportTable table, SqlFilter filter, ExportFormat format) {
        takeTurn();
        Connection connection = null;
        boolean opened = false;
        try {
            connection = database.getConnection();
            var rows = new ExportRows(table, filter, config.fetch());
            var export = new Export(connection, rows, format, rows.begin(connection, format, service), turns::release);
            opened = true;
            return export;
        } catch (SQLException e) {
            throw new DatabaseFailure("begin an export", e);
        } finally {
            if (!opened) {
                turns.release();
                giveBack(connection);
            }
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(config.turn().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(ProblemType.UNAVAILABLE, "Too many exports are being read. Try again in a moment.");
    }

    private static void giveBack(@Nullable Connection connection) {
        if (connection != null) {
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                // it is gone already
            }
        }
    }
}
