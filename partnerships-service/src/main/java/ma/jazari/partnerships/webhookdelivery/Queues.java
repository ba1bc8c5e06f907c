package ma.jazari.partnerships.webhookdelivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.partnerships.webhook.WebhookFilter;
import ma.jazari.partnerships.webhookdelivery.QueueFilling.Taker;
import ma.jazari.platform.changelog.DatabaseFailure;

/**
 * Lets queues follow what is heard. Each webhook has a position in that, so that nothing is lost while its queue is full
 * or it is disabled: it goes on from there.
 */
@ApplicationScoped
class Queues {

    private static final String BEHIND =
            """
            select id from webhook, heard_clock where status = 'ACTIVE' and position < last_ordinal
            order by position
            """;
    private static final String LAST = "select last_ordinal from heard_clock";
    private static final String LOCK =
            """
            select id, partner_id, types, subject_types, subject_ids, position from webhook
            where id = ? and status = 'ACTIVE' for no key update
            """;
    private static final String ADVANCE = "update webhook set position = ? where id = ?";

    private final AgroalDataSource database;
    private final QueueFilling filling;
    private final Clock clock;

    Queues(AgroalDataSource database, QueueFilling filling, Clock clock) {
        this.database = database;
        this.filling = filling;
        this.clock = clock;
    }

    /** Webhooks that have not got all that was heard. */
    List<UUID> behind() {
        return ids(database, BEHIND);
    }

    /** What the query finds, which gives ids alone. */
    static List<UUID> ids(AgroalDataSource database, String query) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query);
                var row = select.executeQuery()) {
            var found = new ArrayList<UUID>();
            while (row.next()) {
                found.add(row.getObject(1, UUID.class));
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure("look for webhooks with something to queue", e);
        }
    }

    /** Brings the webhook forward by one step; says whether there is more that it has room for. */
    @Transactional
    boolean advance(UUID webhookId) {
        try (var connection = database.getConnection()) {
            long last = last(connection);
            var locked = lock(connection, webhookId);
            if (locked.isEmpty() || locked.get().position() >= last) {
                return false;
            }
            var taker = locked.get().taker();
            var stretch = Stretch.isNew(locked.get().position(), last);
            var filled = filling.fill(connection, taker, stretch, clock.instant());
            if (filled == null) {
                return false;
            }
            try (var advance = connection.prepareStatement(ADVANCE)) {
                advance.setLong(1, filled.through());
                advance.setObject(2, webhookId);
                advance.executeUpdate();
            }
            return filled.through() < last;
        } catch (SQLException e) {
            throw new DatabaseFailure("fill the queue of a webhook", e);
        }
    }

    private static long last(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(LAST);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A webhook whose queue nobody else touches until the transaction ends. */
    record Locked(Taker taker, long position) {}

    /** The webhook; empty if it is not active. */
    static Optional<Locked> lock(Connection connection, UUID webhookId) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, webhookId);
            try (var row = lock.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var filter =
                        new WebhookFilter(texts(row, "types"), texts(row, "subject_types"), texts(row, "subject_ids"));
                return Optional.of(
                        new Locked(new Taker(webhookId, row.getString("partner_id"), filter), row.getLong("position")));
            }
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
