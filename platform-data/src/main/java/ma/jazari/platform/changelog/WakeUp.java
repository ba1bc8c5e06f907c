package ma.jazari.platform.changelog;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Tells the sequencer, wherever it runs, that there is something to do. A hint that may be lost: it polls anyway. Sent
 * after the commit and not in it, because NOTIFY makes commits queue behind each other.
 */
@ApplicationScoped
public class WakeUp {

    /** The channel that the sequencer listens on. */
    public static final String CHANGES = "change_log";

    private static final Logger LOG = Logger.getLogger(WakeUp.class);

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("wake-up").daemon().factory());

    WakeUp(AgroalDataSource database, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Wakes the sequencer when the running transaction has committed. */
    void afterCommit() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only what has committed is worth waking for
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED && pending.compareAndSet(false, true)) {
                    sender.execute(WakeUp.this::send);
                }
            }
        });
    }

    private void send() {
        pending.set(false);
        try (var connection = database.getConnection();
                var notify = connection.prepareStatement("select pg_notify(?, '')")) {
            notify.setString(1, CHANGES);
            notify.execute();
        } catch (SQLException e) {
            LOG.debugf("wake-up lost: %s", e.getMessage());
        }
    }

    @PreDestroy
    void close() {
        sender.shutdownNow();
    }
}
