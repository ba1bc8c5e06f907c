package ma.jazari.platform.integrity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.changelog.LongRead;
import ma.jazari.platform.problem.Problem;

/**
 * Checks the service's whole change log: that each entry is what it was when it was written, that each follows the one
 * before it, and that the records' tables hold what their last entries say. Everything is read in one snapshot, so
 * changes may go on meanwhile.
 */
@ApplicationScoped
public class IntegrityCheck {

    private static final Duration LONGEST_RUN = Duration.ofHours(6);
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('jazari:integrity', 0))";
    private static final String COUNT = "select count(*) from change_log";

    private final AgroalDataSource database;
    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final Map<String, CurrentRecords> types = new TreeMap<>();

    IntegrityCheck(
            AgroalDataSource database, EntityManager entities, ObjectMapper mapper, @All List<CurrentRecords> types) {
        this.database = database;
        this.entities = entities;
        this.mapper = mapper;
        types.forEach(records -> this.types.put(records.type(), records));
    }

    /**
     * Runs the check and writes what it does and finds, an {@link IntegrityLine} at a time.
     *
     * @throws Problem 409 if one is running already, on whatever replica
     */
    public void run(OutputStream to) {
        // One for the log and for the records that are read by entities: all of it is seen as of one moment.
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout((int) LONGEST_RUN.toSeconds()));
        try (var connection = database.getConnection()) {
            LongRead.begin(connection);
            checkIsAlone(connection);
            new LogCheck(types, new Report(to, mapper, count(connection)), entities::clear).run(connection);
        } catch (SQLException e) {
            throw new DatabaseFailure("check the change log", e);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static void checkIsAlone(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK);
                var row = lock.executeQuery()) {
            row.next();
            if (!row.getBoolean(1)) {
                throw Problem.conflict("A check of this log is running already. Start the next one when it has ended.");
            }
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(COUNT);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
