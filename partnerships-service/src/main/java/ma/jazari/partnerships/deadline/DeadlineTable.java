package ma.jazari.partnerships.deadline;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.partnerships.lifecycle.Deadline;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Where deadlines stand until they are met, and which conventions they are overdue for. */
@ApplicationScoped
public class DeadlineTable {

    private static final String CLEAR = "delete from deadline where convention_id = ?";
    private static final String FORGIVE = "delete from deadline_failure where convention_id = ?";
    private static final String ADD =
            """
            insert into deadline (convention_id, kind, key, party_key, due, acts_on, internal)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    // From the index on acts_on; what could not be carried out waits its time, and is then due whatever it was.
    private static final String DUE =
            """
            select convention_id from (
                select d.convention_id, min(d.acts_on) as since from deadline d
                where d.acts_on <= ?
                  and not exists (select from deadline_failure f where f.convention_id = d.convention_id)
                group by d.convention_id
                union all
                select convention_id, again_at::date from deadline_failure where attempts < ? and again_at <= ?
            ) due
            order by since, convention_id limit ?
            """;
    private static final String FAILED =
            """
            insert into deadline_failure (convention_id, attempts, again_at, reason)
            values (?, 1, ?::timestamptz + interval '10 seconds', ?)
            on conflict (convention_id) do update set
                attempts = deadline_failure.attempts + 1,
                again_at = ?::timestamptz + interval '10 seconds' * power(2, least(deadline_failure.attempts, 12)),
                reason = excluded.reason
            returning attempts
            """;

    private final AgroalDataSource database;

    DeadlineTable(AgroalDataSource database) {
        this.database = database;
    }

    /** All that was due of the convention was carried out. */
    void succeeded(String conventionId) {
        try (var connection = database.getConnection()) {
            delete(connection, FORGIVE, conventionId);
        } catch (SQLException e) {
            throw new DatabaseFailure("note that what was due was carried out", e);
        }
    }

    /** The deadlines of a convention, in place of those that it had; what could not be carried out is tried anew. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(String conventionId, List<Deadline> deadlines) {
        try (var connection = database.getConnection()) {
            delete(connection, FORGIVE, conventionId);
            delete(connection, CLEAR, conventionId);
            if (!deadlines.isEmpty()) {
                add(connection, conventionId, deadlines);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("keep the deadlines of a convention", e);
        }
    }

    private static void delete(Connection connection, String sql, String conventionId) throws SQLException {
        try (var delete = connection.prepareStatement(sql)) {
            delete.setString(1, conventionId);
            delete.executeUpdate();
        }
    }

    private static void add(Connection connection, String conventionId, List<Deadline> deadlines) throws SQLException {
        try (var add = connection.prepareStatement(ADD)) {
            for (var deadline : deadlines) {
                add.setString(1, conventionId);
                add.setString(2, deadline.kind().name());
                add.setString(3, deadline.key());
                add.setString(
                        4, deadline.party() == null ? null : deadline.party().key());
                add.setDate(5, Date.valueOf(deadline.due()));
                add.setDate(6, deadline.actsOn() == null ? null : Date.valueOf(deadline.actsOn()));
                add.setBoolean(7, deadline.kind().isInternal());
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    /** Conventions for which a day has come, the longest overdue first. */
    List<String> due(LocalDate today, Instant now, int attempts, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(DUE)) {
            select.setDate(1, Date.valueOf(today));
            select.setInt(2, attempts);
            select.setTimestamp(3, Timestamp.from(now));
            select.setInt(4, limit);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<String>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("look for what is due", e);
        }
    }

    /** Notes that it could not be carried out; says how often that has been so. */
    int failed(String conventionId, String reason, Instant now) {
        try (var connection = database.getConnection();
                var note = connection.prepareStatement(FAILED)) {
            note.setString(1, conventionId);
            note.setTimestamp(2, Timestamp.from(now));
            note.setString(3, reason);
            note.setTimestamp(4, Timestamp.from(now));
            try (var row = note.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("note what could not be carried out", e);
        }
    }
}
