package ma.jazari.partnerships.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ma.jazari.platform.changelog.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** How webhooks' queues stand, and what becomes of them when a webhook moves. */
@ApplicationScoped
class Standings {

    private static final String READ =
            """
            select w.id, w.failing_since, w.paused_until, q.waiting, q.since,
                   greatest(0, c.last_ordinal - w.position) as behind
            from webhook w, heard_clock c, lateral (
                select count(*) as waiting, min(queued_at) as since from webhook_delivery d
                where d.webhook_id = w.id and d.status = 'PENDING'
            ) q
            where w.id = any (?)
            """;
    // What is first of its record begins a new round of attempts; the others still wait for it.
    private static final String GO_ON =
            """
            with standing as (
                update webhook set failing_since = null, last_failure_at = null, paused_until = null where id = ?
            ), ranked as (
                select message_id, row_number() over (
                    partition by subject_type, subject_id order by subject_version, message_id) as place
                from webhook_delivery where webhook_id = ? and status = 'PENDING'
            )
            update webhook_delivery d set
                due_at = case when r.place = 1 then ?::timestamptz end, failures = 0, claimed_until = null
            from ranked r where d.webhook_id = ? and d.message_id = r.message_id
            """;
    private static final String DROP =
            """
            with standing as (
                update webhook set position = (select last_ordinal from heard_clock) where id = ?
            ), replay as (
                update webhook_replay set finished_at = ? where webhook_id = ? and finished_at is null
            )
            update webhook_delivery set status = 'DROPPED', finished_at = ?, due_at = null, claimed_until = null
            where webhook_id = ? and status = 'PENDING'
            """;

    private final AgroalDataSource database;

    Standings(AgroalDataSource database) {
        this.database = database;
    }

    Map<UUID, Standing> of(Collection<UUID> ids) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var row = select.executeQuery()) {
                var found = new HashMap<UUID, Standing>();
                while (row.next()) {
                    found.put(
                            row.getObject("id", UUID.class),
                            new Standing(
                                    row.getLong("waiting"),
                                    instant(row, "since"),
                                    row.getLong("behind"),
                                    instant(row, "failing_since"),
                                    instant(row, "paused_until")));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read how webhooks stand", e);
        }
    }

    /** What waits is tried again, from the first attempt on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void goOn(UUID id, Instant now) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(GO_ON)) {
            update.setObject(1, id);
            update.setObject(2, id);
            update.setTimestamp(3, Timestamp.from(now));
            update.setObject(4, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("let a webhook go on", e);
        }
    }

    /** What waits, or would, is not delivered any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void drop(UUID id, Instant now) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(DROP)) {
            update.setObject(1, id);
            update.setTimestamp(2, Timestamp.from(now));
            update.setObject(3, id);
            update.setTimestamp(4, Timestamp.from(now));
            update.setObject(5, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("empty the queue of a webhook", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
