package ma.jazari.partnerships.rorimport;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import ma.jazari.platform.changelog.DatabaseFailure;

/** The right to import, which one has at a time across replicas, and nobody any more whose connection is gone. */
final class ImportTurn implements AutoCloseable {

    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended('ror-import', 0))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended('ror-import', 0))";

    private final Connection connection;

    private ImportTurn(Connection connection) {
        this.connection = connection;
    }

    /** Empty if another import has it. */
    static Optional<ImportTurn> take(AgroalDataSource database) {
        Connection connection = null;
        boolean isMine = false;
        try {
            connection = database.getConnection();
            isMine = flag(connection, LOCK);
            return isMine ? Optional.of(new ImportTurn(connection)) : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailure("begin an import", e);
        } finally {
            if (connection != null && !isMine) {
                close(connection);
            }
        }
    }

    /** @throws SQLException if the right was lost with its connection, and another import may be running */
    void check() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    /** Gives the right back, or the connection away: one that kept the right would keep it from everybody. */
    @Override
    public void close() {
        try {
            if (!flag(connection, UNLOCK)) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            abort(connection);
        } finally {
            close(connection);
        }
    }

    private static boolean flag(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
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
}
