package ma.jazari.partnerships.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.partnerships.webhooksigning.SignatureScheme;
import ma.jazari.platform.changelog.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** Where webhooks are kept. */
@ApplicationScoped
class WebhookRepository {

    private static final String COLUMNS =
            """
            select id, partner_id, version, status, reason, url, description, types, subject_types, subject_ids,
                   signature, created_at, updated_at
            from webhook
            """;
    private static final String BY_IDS = COLUMNS + " where id = any (?)";
    private static final String FOR_CHANGE = COLUMNS + " where id = ? for no key update";
    private static final String OF_PARTNER =
            COLUMNS + " where partner_id = ? and status <> 'DELETED' and id > ? order by id limit ?";
    private static final String COUNT = "select count(*) from webhook where partner_id = ? and status <> 'DELETED'";
    // Two that are made at once are counted one after the other.
    private static final String LOCK_PARTNER = "select pg_advisory_xact_lock(hashtextextended('webhooks of ' || ?, 0))";
    // What was heard before it is not for it; a replay brings that, where it is wanted.
    private static final String INSERT =
            """
            insert into webhook (version, status, reason, url, description, types, subject_types, subject_ids,
                                 updated_at, id, partner_id, signature, created_at, position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select last_ordinal from heard_clock))
            """;
    private static final String UPDATE =
            """
            update webhook set version = ?, status = ?, reason = ?, url = ?, description = ?, types = ?,
                               subject_types = ?, subject_ids = ?, updated_at = ?
            where id = ?
            """;
    private static final UUID FIRST = new UUID(0, 0);

    private final AgroalDataSource database;
    private final WebhookKeys keys;

    WebhookRepository(AgroalDataSource database, WebhookKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    Optional<Webhook> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Those of them that there are, deleted ones among them. */
    List<Webhook> find(Collection<UUID> ids) {
        return read(BY_IDS, select -> select.setArray(1, select.getConnection().createArrayOf("uuid", ids.toArray())));
    }

    /** The webhook, locked until the transaction ends: its queue does not move meanwhile. */
    Optional<Webhook> findForChange(UUID id) {
        return read(FOR_CHANGE, select -> select.setObject(1, id)).stream().findFirst();
    }

    /** A page of the partner's, by id and so by age. */
    List<Webhook> findOf(String partnerId, @Nullable UUID after, int limit) {
        return read(OF_PARTNER, select -> {
            select.setString(1, partnerId);
            select.setObject(2, after == null ? FIRST : after);
            select.setInt(3, limit);
        });
    }

    long countOf(String partnerId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COUNT)) {
            select.setString(1, partnerId);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("count webhooks", e);
        }
    }

    /** Lets nobody else make a webhook of the partner until the transaction ends. */
    void lockPartner(String partnerId) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(LOCK_PARTNER)) {
            lock.setString(1, partnerId);
            lock.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure("count webhooks one after the other", e);
        }
    }

    void add(Webhook webhook) {
        write(INSERT, webhook, (insert, next) -> {
            insert.setString(next, webhook.partnerId());
            insert.setString(next + 1, webhook.signature().name());
            insert.setTimestamp(next + 2, Timestamp.from(webhook.createdAt()));
        });
    }

    void save(Webhook webhook) {
        write(UPDATE, webhook, (update, next) -> {});
    }

    private void write(String sql, Webhook webhook, More more) {
        try (var connection = database.getConnection();
                var write = connection.prepareStatement(sql)) {
            int i = 0;
            write.setLong(++i, webhook.version());
            write.setString(++i, webhook.status().name());
            write.setString(++i, webhook.reason());
            write.setString(++i, webhook.url());
            write.setString(++i, webhook.description());
            for (var texts : List.of(
                    webhook.filter().types(),
                    webhook.filter().subjectTypes(),
                    webhook.filter().subjectIds())) {
                write.setArray(++i, connection.createArrayOf("text", texts.toArray()));
            }
            write.setTimestamp(++i, Timestamp.from(webhook.updatedAt()));
            write.setObject(++i, webhook.id());
            more.bind(write, ++i);
            write.executeUpdate();
            keys.write(connection, webhook);
        } catch (SQLException e) {
            throw new DatabaseFailure("keep a webhook", e);
        }
    }

    private List<Webhook> read(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            binding.bind(select);
            var rows = new ArrayList<Webhook>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(webhook(row));
                }
            }
            return withKeys(connection, rows);
        } catch (SQLException e) {
            throw new DatabaseFailure("read webhooks", e);
        }
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("partner_id"),
                row.getLong("version"),
                WebhookStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("url"),
                row.getString("description"),
                new WebhookFilter(texts(row, "types"), texts(row, "subject_types"), texts(row, "subject_ids")),
                SignatureScheme.valueOf(row.getString("signature")),
                List.of(),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private List<Webhook> withKeys(Connection connection, List<Webhook> webhooks) throws SQLException {
        var schemes = new HashMap<UUID, SignatureScheme>();
        webhooks.forEach(webhook -> schemes.put(webhook.id(), webhook.signature()));
        var found = keys.of(connection, schemes);
        return webhooks.stream()
                .map(webhook -> webhook.with(found.getOrDefault(webhook.id(), List.of())))
                .toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** Gives a statement its values. */
    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Gives a statement the values from a position on. */
    @FunctionalInterface
    private interface More {
        void bind(PreparedStatement statement, int next) throws SQLException;
    }
}
