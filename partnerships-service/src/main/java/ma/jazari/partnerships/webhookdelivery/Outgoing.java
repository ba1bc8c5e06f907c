package ma.jazari.partnerships.webhookdelivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.partnerships.webhook.WebhookKeys;
import ma.jazari.partnerships.webhooksigning.SignatureScheme;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Hands out what is due, to one replica at a time, and no more of one webhook than may be on its way at once. */
@ApplicationScoped
class Outgoing {

    // By chance, so that none is always last; those that another replica is busy with are left to it. Nobody waits for
    // the
    // disk: what a crash lets forget that it was claimed is claimed again.
    private static final String READY =
            """
            select w.id, set_config('synchronous_commit', 'off', true) from webhook w
            where (w.paused_until is null or w.paused_until <= ?) and exists (
                select from webhook_delivery d
                where d.webhook_id = w.id and d.status = 'PENDING' and d.due_at <= ?
                  and (w.status = 'ACTIVE' or d.subject_type = 'PING')
            )
            order by random() limit ? for no key update skip locked
            """;
    // A statement of its own, so that it sees what others had claimed before the webhooks were locked.
    private static final String CLAIM =
            """
            with due as (
                select d.webhook_id, d.message_id from webhook w cross join lateral (
                    select webhook_id, message_id from webhook_delivery d
                    where d.webhook_id = w.id and d.status = 'PENDING' and d.due_at <= ?
                      and (w.status = 'ACTIVE' or d.subject_type = 'PING')
                    order by d.due_at, d.message_id
                    limit greatest(0, ? - (
                        select count(*) from webhook_delivery f where f.webhook_id = w.id and f.claimed_until > ?))
                ) d
                where w.id = any (?) limit ?
            )
            update webhook_delivery d set claimed_until = ?, due_at = ?
            from due where d.webhook_id = due.webhook_id and d.message_id = due.message_id
            returning d.webhook_id, d.message_id
            """;
    private static final String LOAD =
            """
            select w.url, w.signature, coalesce(d.body, h.body) as body
            from webhook_delivery d join webhook w on w.id = d.webhook_id
            left join heard_change h on h.id = d.message_id
            where d.webhook_id = ? and d.message_id = ?
            """;

    private final AgroalDataSource database;
    private final WebhookKeys webhookKeys;
    private final DeliveryConfig config;
    private final Clock clock;

    Outgoing(AgroalDataSource database, WebhookKeys webhookKeys, DeliveryConfig config, Clock clock) {
        this.database = database;
        this.webhookKeys = webhookKeys;
        this.config = config;
        this.clock = clock;
    }

    /** Claims what is due, this many messages at most. */
    @Transactional
    List<Claim> claim(int most) {
        var now = clock.instant();
        try (var connection = database.getConnection()) {
            var ready = ready(connection, now, most);
            return ready.isEmpty() ? List.of() : claim(connection, ready, now, most);
        } catch (SQLException e) {
            throw new DatabaseFailure("claim what is due to webhooks", e);
        }
    }

    private static List<UUID> ready(Connection connection, Instant now, int most) throws SQLException {
        try (var select = connection.prepareStatement(READY)) {
            select.setTimestamp(1, Timestamp.from(now));
            select.setTimestamp(2, Timestamp.from(now));
            select.setInt(3, most);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<UUID>();
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
                return found;
            }
        }
    }

    private List<Claim> claim(Connection connection, List<UUID> webhooks, Instant now, int most) throws SQLException {
        var until = now.plus(config.claim()).truncatedTo(ChronoUnit.MICROS);
        try (var claim = connection.prepareStatement(CLAIM)) {
            claim.setTimestamp(1, Timestamp.from(now));
            claim.setInt(2, config.atOnce());
            claim.setTimestamp(3, Timestamp.from(now));
            claim.setArray(4, connection.createArrayOf("uuid", webhooks.toArray()));
            claim.setInt(5, most);
            claim.setTimestamp(6, Timestamp.from(until));
            claim.setTimestamp(7, Timestamp.from(until));
            try (var row = claim.executeQuery()) {
                var claims = new ArrayList<Claim>();
                while (row.next()) {
                    claims.add(new Claim(row.getObject(1, UUID.class), row.getObject(2, UUID.class), until));
                }
                return claims;
            }
        }
    }

    /** What the claimed message is; empty if its text is not kept any more. */
    Optional<Parcel> load(Claim claim) {
        try (var connection = database.getConnection();
                var load = connection.prepareStatement(LOAD)) {
            load.setObject(1, claim.webhookId());
            load.setObject(2, claim.messageId());
            try (var row = load.executeQuery()) {
                if (!row.next() || row.getString("body") == null) {
                    return Optional.empty();
                }
                var scheme = SignatureScheme.valueOf(row.getString("signature"));
                return Optional.of(new Parcel(
                        row.getString("url"),
                        claim.messageId().toString(),
                        row.getString("body"),
                        webhookKeys.signing(connection, claim.webhookId(), scheme, clock.instant())));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read a message to a webhook", e);
        }
    }
}
