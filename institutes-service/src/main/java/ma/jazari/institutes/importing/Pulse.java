package ma.jazari.institutes.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ma.jazari.platform.bulk.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Shows that an import lives, whatever it waits for: writes its progress down, over the connection that holds the right
 * to import, so that losing the one is noticed as losing the other; and keeps the client's connection moving.
 */
final class Pulse {

    private final ImportRuns runs;
    private final ImportConfig config;
    private final UUID runId;
    private final Connection connection;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable SQLException lost;
    private @Nullable Thread thread;

    Pulse(ImportRuns runs, ImportConfig config, UUID runId, Connection connection) {
        this.runs = runs;
        this.config = config;
        this.runId = runId;
        this.connection = connection;
    }

    void start(Supplier<Progress> progress, Answer answer) {
        thread = Thread.ofVirtual().name("import-pulse").start(() -> beat(progress, answer));
    }

    private void beat(Supplier<Progress> progress, Answer answer) {
        long beats = 0;
        long each =
                Math.max(1, config.keepAlive().toMillis() / config.progress().toMillis());
        try {
            while (!stop.await(config.progress().toMillis(), TimeUnit.MILLISECONDS)) {
                writeDown(progress.get());
                if (++beats % each == 0) {
                    answer.keepAlive();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeDown(Progress progress) {
        try {
            runs.progress(connection, runId, progress);
        } catch (SQLException e) {
            lost = e;
        }
    }

    /** @throws SQLException if the right to import was lost, and another import may be running */
    void check() throws SQLException {
        if (lost != null) {
            throw new SQLException("the right to import was lost", lost);
        }
    }

    /** Stops; from then on the connection is the caller's alone. */
    void stop() {
        stop.countDown();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
