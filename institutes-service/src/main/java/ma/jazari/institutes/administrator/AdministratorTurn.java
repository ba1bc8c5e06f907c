package ma.jazari.institutes.administrator;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/**
 * One change of administrators at a time in the whole registry. Keycloak takes an account as a whole: of two changes at
 * once, one would be lost, and two administrators could remove each other. The lock's transaction writes nothing, so it
 * does not hold the relay up.
 */
@ApplicationScoped
class AdministratorTurn {

    // Each of them holds two connections or three, one of which waits for Keycloak.
    private static final int MOST_AT_ONCE = 4;
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int LIMIT_SECONDS = 60;
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('administrators of institutes', 0))";

    private final AgroalDataSource database;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    AdministratorTurn(AgroalDataSource database) {
        this.database = database;
    }

    /** @throws Problem 503 if too many wait for theirs */
    <T> T take(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw Problem.of(
                            ProblemType.UNAVAILABLE,
                            "Others are changing administrators. Nothing was changed; send the request again.")
                    .retryAfter(RETRY);
        }
        try {
            return QuarkusTransaction.requiringNew().timeout(LIMIT_SECONDS).call(() -> {
                lock();
                return work.get();
            });
        } finally {
            places.release();
        }
    }

    private void lock() {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(LOCK)) {
            lock.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure("wait for the turn to change administrators", e);
        }
    }
}
