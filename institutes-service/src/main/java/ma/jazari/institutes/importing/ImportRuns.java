package ma.jazari.institutes.importing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.institutes.importing.ImportRun.ImportStatus;
import ma.jazari.institutes.intake.Intake;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Writes imports down. A run is written over the connection that holds the right to import. */
@ApplicationScoped
class ImportRuns {

    // One at a time, and nobody's any more once its connection is gone.
    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended('institute-import', 0))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended('institute-import', 0))";
    private static final String ABORT_DEAD =
            "update institute_import_run set status = 'ABORTED', finished_at = updated_at where status = 'RUNNING'";
    private static final String BEGIN =
            """
            insert into institute_import_run (id, status, dry_run, confirmed, content_type, actor_sub, actor_name)
            values (?, 'RUNNING', ?, ?, ?, ?, ?)
            """;
    private static final String PROGRESS =
            """
            update institute_import_run set lines_read = ?, bytes_read = ?, created = ?, updated = ?, unchanged = ?,
                rejected = ?, updated_at = clock_timestamp()
            where id = ?
            """;
    private static final String END =
            "update institute_import_run set status = ?, detail = ?, finished_at = clock_timestamp() where id = ?";

    private final AgroalDataSource database;

    ImportRuns(AgroalDataSource database) {
        this.database = database;
    }

    /** What was asked for. */
    record Order(String contentType, boolean dryRun, boolean confirmed, Actor actor) {

        Intake intake(UUID runId) {
            return new Intake(runId, dryRun, confirmed, actor);
        }
    }

    /** The right to import, on a connection of its own; empty if another import has it. */
    Optional<Connection> acquire() {
        Connection connection = null;
        boolean isMine = false;
        try {
            connection = database.getConnection();
            isMine = flag(connection, LOCK);
            return isMine ? Optional.of(connection) : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailure("begin an import", e);
        } finally {
            if (connection != null && !isMine) {
                close(connection);
            }
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            abort(connection);
        }
    }

    private static boolean flag(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Gives the right back, or the connection away: one that kept the right would keep it from everybody. */
    static void release(Connection connection) {
        try (connection) {
            if (!flag(connection, UNLOCK)) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            abort(connection);
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // it is gone already, and the right with it
        }
    }

    UUID begin(Connection connection, Order order) throws SQLException {
        try (var abort = connection.prepareStatement(ABORT_DEAD);
                var insert = connection.prepareStatement(BEGIN)) {
            // Whoever ran them had the right that is held now, and lost it with its connection.
            abort.executeUpdate();
            var id = Uuids.next();
            insert.setObject(1, id, Types.OTHER);
            insert.setBoolean(2, order.dryRun());
            insert.setBoolean(3, order.confirmed());
            insert.setString(4, order.contentType());
            insert.setString(5, order.actor().sub());
            insert.setString(6, order.actor().name());
            insert.executeUpdate();
            return id;
        }
    }

    void progress(Connection connection, UUID id, Progress progress) throws SQLException {
        try (var update = connection.prepareStatement(PROGRESS)) {
            int i = 0;
            update.setLong(++i, progress.lines());
            update.setLong(++i, progress.bytes());
            update.setLong(++i, progress.tally().created());
            update.setLong(++i, progress.tally().updated());
            update.setLong(++i, progress.tally().unchanged());
            update.setLong(++i, progress.tally().rejected());
            update.setObject(++i, id, Types.OTHER);
            update.executeUpdate();
        }
    }

    void end(Connection connection, UUID id, ImportStatus status, @Nullable String detail) throws SQLException {
        try (var update = connection.prepareStatement(END)) {
            update.setString(1, status.name());
            update.setString(2, detail);
            update.setObject(3, id, Types.OTHER);
            update.executeUpdate();
        }
    }
}
