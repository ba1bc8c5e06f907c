package ma.jazari.partnerships.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.jazari.partnerships.sealing.Sealed;
import ma.jazari.partnerships.sealing.Seals;
import ma.jazari.partnerships.webhooksigning.SignatureScheme;
import ma.jazari.partnerships.webhooksigning.SigningKey;
import org.jspecify.annotations.Nullable;

/** Where the keys of webhooks are kept, their secrets sealed. */
@ApplicationScoped
public class WebhookKeys {

    private static final String OF_WEBHOOKS =
            """
            select webhook_id, number, sealed_secret, sealed_by, public_key, created_at, valid_until from webhook_key
            where webhook_id = any (?) order by webhook_id, number
            """;
    private static final String SIGNING =
            """
            select number, sealed_secret, sealed_by, public_key from webhook_key
            where webhook_id = ? and (valid_until is null or valid_until > ?) order by number desc
            """;
    private static final String REMOVE = "delete from webhook_key where webhook_id = ?";
    private static final String ADD =
            """
            insert into webhook_key (webhook_id, number, sealed_secret, sealed_by, public_key, created_at, valid_until)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final Seals seals;

    WebhookKeys(Seals seals) {
        this.seals = seals;
    }

    /** What messages to the webhook are signed with now, the current key first. */
    public List<SigningKey> signing(Connection connection, UUID webhook, SignatureScheme scheme, Instant now)
            throws SQLException {
        try (var select = connection.prepareStatement(SIGNING)) {
            select.setObject(1, webhook);
            select.setTimestamp(2, Timestamp.from(now));
            try (var row = select.executeQuery()) {
                var keys = new ArrayList<SigningKey>();
                while (row.next()) {
                    keys.add(key(row, webhook, scheme));
                }
                return keys;
            }
        }
    }

    Map<UUID, List<WebhookKey>> of(Connection connection, Map<UUID, SignatureScheme> schemes) throws SQLException {
        var found = new HashMap<UUID, List<WebhookKey>>();
        if (schemes.isEmpty()) {
            return found;
        }
        try (var select = connection.prepareStatement(OF_WEBHOOKS)) {
            select.setArray(1, connection.createArrayOf("uuid", schemes.keySet().toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var id = row.getObject("webhook_id", UUID.class);
                    var until = row.getTimestamp("valid_until");
                    found.computeIfAbsent(id, ignored -> new ArrayList<>())
                            .add(new WebhookKey(
                                    row.getInt("number"),
                                    key(row, id, Objects.requireNonNull(schemes.get(id))),
                                    row.getTimestamp("created_at").toInstant(),
                                    until == null ? null : until.toInstant()));
                }
            }
        }
        return found;
    }

    private SigningKey key(ResultSet row, UUID webhook, SignatureScheme scheme) throws SQLException {
        var sealed = new Sealed(row.getString("sealed_by"), row.getString("sealed_secret"));
        return scheme.key(seals.open(sealed, subject(webhook, row.getInt("number"))), row.getBytes("public_key"));
    }

    /** What a key's secret is sealed for. */
    static String subject(UUID webhook, int number) {
        return "webhook " + webhook + " key " + number;
    }

    void write(Connection connection, Webhook webhook) throws SQLException {
        try (var remove = connection.prepareStatement(REMOVE);
                var add = connection.prepareStatement(ADD)) {
            remove.setObject(1, webhook.id());
            remove.executeUpdate();
            for (var key : webhook.keys()) {
                var sealed = seals.seal(key.key().secret(), subject(webhook.id(), key.number()));
                add.setObject(1, webhook.id());
                add.setInt(2, key.number());
                add.setString(3, sealed.text());
                add.setString(4, sealed.keyId());
                add.setBytes(5, key.key().publicKey());
                add.setTimestamp(6, Timestamp.from(key.createdAt()));
                add.setTimestamp(7, timestamp(key.validUntil()));
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
