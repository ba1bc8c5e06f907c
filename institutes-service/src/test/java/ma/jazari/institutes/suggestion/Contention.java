package ma.jazari.institutes.suggestion;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** Makes requests meet: holds the row that they all need until each of them waits for something. */
final class Contention {

    private static final String WAITING =
            "select count(*) from pg_locks where not granted and locktype in ('advisory', 'transactionid', 'tuple')";

    private Contention() {}

    /** The answers, in the order of the requests. */
    static List<Integer> over(AgroalDataSource database, String table, String id, List<Callable<Integer>> requests)
            throws SQLException {
        try (var clients = Executors.newFixedThreadPool(requests.size());
                var holder = database.getConnection()) {
            holder.setAutoCommit(false);
            hold(holder, table, id);
            var answers = requests.stream().map(clients::submit).toList();
            await().atMost(20, SECONDS).until(() -> waiting(holder) >= requests.size());
            holder.rollback();
            return answers.stream().map(Contention::get).toList();
        }
    }

    private static void hold(Connection connection, String table, String id) throws SQLException {
        try (var hold = connection.prepareStatement("select from " + table + " where id::text = ? for update")) {
            hold.setString(1, id);
            hold.execute();
        }
    }

    private static int waiting(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(WAITING);
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get(20, SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
