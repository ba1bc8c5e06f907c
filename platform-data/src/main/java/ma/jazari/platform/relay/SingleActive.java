package ma.jazari.platform.relay;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import ma.jazari.platform.retry.Failures;
import ma.jazari.platform.retry.Pauses;
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
        var pauses = new Pauses(FIRST_PAUSE, config.longestPause());
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (attempt(pauses)) {
                    pauses.pause();
                }
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s stops", name);
        }
    }

    /** Works as long as it can; says whether a pause is due before the next attempt. */
    @SuppressWarnings("CatchingUnchecked") // an Error, too, must not end the thread unseen
    private boolean attempt(Pauses pauses) throws InterruptedException {
        try (var connection = database.getConnection()) {
            if (lock(connection)) {
                workOn(connection, pauses);
            } else {
                Thread.sleep(config.pollInterval().multipliedBy(5));
            }
            return false;
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            LOG.warnf("%s stopped, again in %d ms: %s", name, pauses.next().toMillis(), Failures.rootMessage(e));
            return true;
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

    private void workOn(Connection connection, Pauses pauses)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        try {
            active = true;
            LOG.debugf("%s active", name);
            work.begin();
            execute(connection, "listen " + channel);
            while (!Thread.currentThread().isInterrupted()) {
                boolean more = work.step(connection);
                pauses.reset();
                if (!more) {
                    connection
                            .unwrap(PGConnection.class)
                            .getNotifications(
                                    Math.toIntExact(config.pollInterval().toMillis()));
                }
            }
        } finally {
            active = false;
            try {
                work.end();
            } finally {
                release(connection);
            }
        }
    }

    /** Gives the lock back, or the connection away: one that kept the lock would keep it from everybody. */
    private void release(Connection connection) throws SQLException {
        try {
            execute(connection, "unlisten *; select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            LOG.debugf("%s: the connection goes, and the lock with it: %s", name, e.getMessage());
            connection.abort(Runnable::run);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
