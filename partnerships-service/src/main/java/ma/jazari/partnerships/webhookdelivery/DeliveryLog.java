package ma.jazari.partnerships.webhookdelivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.jazari.partnerships.webhook.WebhookService;
import ma.jazari.partnerships.webhookdelivery.DeliveryResponse.Attempt;
import ma.jazari.platform.changelog.Change.ChangeSubject;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** What became of messages to a webhook, the latest queued first. */
@ApplicationScoped
class DeliveryLog {

    private static final String FILTERED =
            """
            from webhook_delivery
            where webhook_id = ?
              and (cardinality(?::text[]) = 0 or status = any (?))
              and (cardinality(?::text[]) = 0 or type = any (?))
              and (cardinality(?::text[]) = 0 or subject_id = any (?))
            """;
    // Along the index on (webhook_id, queued_at desc, message_id desc).
    private static final String PAGE =
            """
            select * %s and (?::timestamptz is null or (queued_at, message_id) < (?::timestamptz, ?::uuid))
            order by queued_at desc, message_id desc limit ?
            """
                    .formatted(FILTERED);
    private static final String COUNT = "select count(*) " + FILTERED;
    private static final String ONE = "select * from webhook_delivery where webhook_id = ? and message_id = ?";
    private static final String ATTEMPTS =
            """
            select * from webhook_attempt where webhook_id = ? and message_id = any (?) order by message_id, number
            """;

    private final AgroalDataSource database;
    private final WebhookService webhooks;

    DeliveryLog(AgroalDataSource database, WebhookService webhooks) {
        this.database = database;
        this.webhooks = webhooks;
    }

    @Transactional
    public Page<DeliveryResponse> list(String partnerId, String webhookId, DeliveryQuery query, Actor actor) {
        var webhook = webhooks.get(partnerId, webhookId, actor);
        var wanted = new Wanted(
                webhook.id(),
                ListQuery.anyOf("status", query.status, DeliveryStatus.class).stream()
                        .map(DeliveryStatus::name)
                        .toList(),
                ListQuery.anyOf(query.type),
                ListQuery.anyOf(query.subject));
        var binding = "deliveries " + wanted;
        var place = Place.of(Cursor.values(query.cursor, binding, 2));
        try (var connection = database.getConnection()) {
            return Page.of(
                    page(connection, wanted, place, query.limit() + 1),
                    query.limit(),
                    delivery -> delivery,
                    delivery ->
                            Cursor.after(binding, List.of(delivery.queuedAt().toString(), delivery.id())),
                    query.wantsTotal() ? count(connection, wanted) : null);
        } catch (SQLException e) {
            throw new DatabaseFailure("read deliveries", e);
        }
    }

    /** @throws Problem 404 if there is none, or none any more */
    @Transactional
    public DeliveryResponse get(String partnerId, String webhookId, String messageId, Actor actor) {
        var webhook = webhooks.get(partnerId, webhookId, actor);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ONE)) {
            select.setObject(1, webhook.id());
            select.setObject(2, Uuids.checked(messageId));
            return read(connection, webhook.id(), select).stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("delivery", messageId));
        } catch (SQLException e) {
            throw new DatabaseFailure("read a delivery", e);
        }
    }

    private static List<DeliveryResponse> page(Connection connection, Wanted wanted, @Nullable Place place, int limit)
            throws SQLException {
        try (var select = connection.prepareStatement(PAGE)) {
            int i = wanted.bind(select);
            select.setTimestamp(++i, place == null ? null : Timestamp.from(place.queuedAt()));
            select.setTimestamp(++i, place == null ? null : Timestamp.from(place.queuedAt()));
            select.setObject(++i, place == null ? null : place.messageId(), Types.OTHER);
            select.setInt(++i, limit);
            return read(connection, wanted.webhookId(), select);
        }
    }

    private static long count(Connection connection, Wanted wanted) throws SQLException {
        try (var select = connection.prepareStatement(COUNT)) {
            wanted.bind(select);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<DeliveryResponse> read(Connection connection, UUID webhookId, PreparedStatement select)
            throws SQLException {
        var ids = new ArrayList<UUID>();
        var found = new ArrayList<DeliveryResponse>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject("message_id", UUID.class));
                found.add(delivery(row));
            }
        }
        var attempts = attempts(connection, webhookId, ids);
        return found.stream()
                .map(one -> with(one, attempts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static DeliveryResponse delivery(ResultSet row) throws SQLException {
        boolean isPing = row.getString("subject_type").equals(Pings.SUBJECT);
        var subject = isPing
                ? null
                : new ChangeSubject(
                        row.getString("subject_type"), row.getString("subject_id"), row.getLong("subject_version"));
        return new DeliveryResponse(
                row.getString("message_id"),
                row.getString("type"),
                subject,
                DeliveryStatus.valueOf(row.getString("status")),
                row.getTimestamp("queued_at").toInstant(),
                instant(row, "due_at"),
                instant(row, "finished_at"),
                List.of());
    }

    private static DeliveryResponse with(DeliveryResponse delivery, List<Attempt> attempts) {
        return new DeliveryResponse(
                delivery.id(),
                delivery.type(),
                delivery.subject(),
                delivery.status(),
                delivery.queuedAt(),
                delivery.dueAt(),
                delivery.finishedAt(),
                attempts);
    }

    private static Map<String, List<Attempt>> attempts(Connection connection, UUID webhookId, List<UUID> messages)
            throws SQLException {
        try (var select = connection.prepareStatement(ATTEMPTS)) {
            select.setObject(1, webhookId);
            select.setArray(2, connection.createArrayOf("uuid", messages.toArray()));
            var found = new HashMap<String, List<Attempt>>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString("message_id"), ignored -> new ArrayList<>())
                            .add(new Attempt(
                                    row.getInt("number"),
                                    row.getTimestamp("at").toInstant(),
                                    row.getObject("status", Integer.class),
                                    row.getLong("duration_ms"),
                                    row.getString("error")));
                }
            }
            return found;
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** What is asked for. */
    private record Wanted(UUID webhookId, List<String> statuses, List<String> types, List<String> subjects) {

        int bind(PreparedStatement select) throws SQLException {
            int i = 0;
            select.setObject(++i, webhookId);
            for (var texts : List.of(statuses, types, subjects)) {
                var array = select.getConnection().createArrayOf("text", texts.toArray());
                select.setArray(++i, array);
                select.setArray(++i, array);
            }
            return i;
        }
    }

    /** Where a page begins. */
    private record Place(Instant queuedAt, UUID messageId) {

        static @Nullable Place of(List<String> values) {
            var place = new Place[1];
            if (!values.isEmpty()) {
                Cursor.reading(
                        () -> place[0] = new Place(Cursor.instant(values.get(0)), UUID.fromString(values.get(1))));
            }
            return place[0];
        }
    }
}
