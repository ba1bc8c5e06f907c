package ma.jazari.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** The answers that were given to requests with an Idempotency-Key, for 24 hours. */
@ApplicationScoped
public class IdempotencyKeys {

    // Two statements: the second must see what the holder of the lock before has committed.
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(?, 1))";
    private static final String FIND =
            """
            select fingerprint, status, headers::text, body from idempotency_key
            where caller = ? and key = ? and created_at > now() - interval '24 hours'
            """;
    private static final String STORE =
            """
            insert into idempotency_key (caller, key, fingerprint, status, headers, body)
            values (?, ?, ?, ?, ?::jsonb, ?)
            on conflict (caller, key) do update set
                fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
                body = excluded.body, created_at = now()
            """;

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    IdempotencyKeys(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /**
     * Holds the key until the transaction ends; the stored answer, if it was used before.
     *
     * @throws Problem 409 while another request holds it, 422 if it was used for another request
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Answer> claim(Claim claim) {
        try (var connection = database.getConnection()) {
            if (!lock(connection, claim)) {
                throw IdempotencyInterceptor.inProgress();
            }
            return find(connection, claim);
        } catch (SQLException e) {
            throw new DatabaseFailure("claim an idempotency key", e);
        }
    }

    private static boolean lock(Connection connection, Claim claim) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, claim.caller() + "\n" + claim.key());
            try (var row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private Optional<Answer> find(Connection connection, Claim claim) throws SQLException {
        try (var find = connection.prepareStatement(FIND)) {
            find.setString(1, claim.caller());
            find.setString(2, claim.key());
            try (var row = find.executeQuery()) {
                return row.next() ? Optional.of(answer(row, claim)) : Optional.empty();
            }
        }
    }

    private Answer answer(ResultSet row, Claim claim) throws SQLException {
        if (!row.getString(1).equals(claim.fingerprint())) {
            throw Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED, ProblemType.IDEMPOTENCY_KEY_REUSED.explanation());
        }
        try {
            var headers = mapper.readValue(row.getString(3), new TypeReference<Map<String, String>>() {});
            return new Answer(row.getInt(2), headers, row.getBytes(4));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored headers cannot be read", e);
        }
    }

    /** Keeps the answer, if the transaction commits. */
    @Transactional(Transactional.TxType.MANDATORY)
    void store(Claim claim, Answer answer) {
        try (var connection = database.getConnection();
                var store = connection.prepareStatement(STORE)) {
            store.setString(1, claim.caller());
            store.setString(2, claim.key());
            store.setString(3, claim.fingerprint());
            store.setInt(4, answer.status());
            store.setString(5, mapper.writeValueAsString(answer.headers()));
            store.setBytes(6, answer.body());
            store.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("store the answer of an idempotency key", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers cannot be written", e);
        }
    }

    @Scheduled(every = "1h", delayed = "1m")
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void forgetExpired() {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "delete from idempotency_key where created_at < now() - interval '24 hours'")) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("remove expired idempotency keys", e);
        }
    }

    /** Who used which key for what. */
    record Claim(String caller, String key, String fingerprint) {}

    /** What was answered. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    record Answer(int status, Map<String, String> headers, byte[] body) {}
}
