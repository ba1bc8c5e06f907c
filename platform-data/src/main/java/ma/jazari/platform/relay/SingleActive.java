package ma.jazari.platform.relay;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Work that one replica alone may do at a time: whoever holds the advisory lock on its own connection does it, and does
 * it over that very connection, so that losing the connection is losing the work. Woken by NOTIFY, polls otherwise.
 */
final class SingleActive implements Runnable {

    private static final Logger LOG = Logger.getLogger(SingleActive.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    /** One step of the work. */
    interface Work {

        /** Called when this replica becomes the active one. */
        default void begin() {}

        /** Does what there is to do, and says whether there is more. */
        boolean step(Connection connection)
                throws SQLException, InterruptedException, ExecutionException, TimeoutException;

        /** Called when this replica stops being the active one. */
        default void end() {}
    }

    private final String name;
    private final String channel;
    private final AgroalDataSource database;
    private final RelayConfig config;
    private final Work work;
    private volatile boolean active;

    SingleActive(String name, String channel, AgroalDataSource database, RelayConfig config, Work work) {
        this.name = name;
        this.channel = channel;
        this.database = database;
        this.config = config;
        this.work = work;
    }

    /** Whether this replica does the work now. */
    boolean isActive() {
        return active;
    }

    @Override
    public void run() {
        var pause = FIRST_PAUSE;
        while (!Thread.currentThread().isInterrupted()) {
            try (var connection = database.getConnection()) {
                if (lock(connection)) {
                    pause = FIRST_PAUSE;
                    workOn(connection);
                } else {
                    Thread.sleep(config.pollInterval().multipliedBy(5));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (SQLException | ExecutionException | TimeoutException | RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                LOG.warnf("%s stopped, again in %d ms: %s", name, pause.toMillis(), rootMessage(e));
                pause = sleep(pause);
            }
        }
    }

    private boolean lock(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var lock = connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "jazari:" + name);
            try (var row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void workOn(Connection connection)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        active = true;
        LOG.debugf("%s active", name);
        work.begin();
        try {
            execute(connection, "listen " + channel);
            while (!Thread.currentThread().isInterrupted()) {
                if (!work.step(connection)) {
                    var wait = Math.toIntExact(config.pollInterval().toMillis());
                    connection.unwrap(PGConnection.class).getNotifications(wait);
                }
            }
        } finally {
            active = false;
            work.end();
            release(connection);
        }
    }

    private void release(Connection connection) {
        try {
            execute(connection, "unlisten *; select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            LOG.debugf("%s: the connection went, and the lock with it: %s", name, e.getMessage());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Duration sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(config.longestPause()) > 0 ? config.longestPause() : longer;
    }

    private static String rootMessage(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
