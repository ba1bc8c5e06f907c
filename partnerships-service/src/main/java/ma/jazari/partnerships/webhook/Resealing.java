package ma.jazari.partnerships.webhook;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import ma.jazari.partnerships.sealing.Sealed;
import ma.jazari.partnerships.sealing.Seals;
import ma.jazari.platform.changelog.DatabaseFailure;
import org.jboss.logging.Logger;

/** Seals with the current key what is not sealed with it, so that a key is no longer needed once another took its place. */
@ApplicationScoped
class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final String OTHERS =
            """
            select webhook_id, number, sealed_secret, sealed_by from webhook_key
            where sealed_by is distinct from ? order by webhook_id, number limit 500 for update
            """;
    private static final String RESEAL =
            "update webhook_key set sealed_secret = ?, sealed_by = ? where webhook_id = ? and number = ?";

    private final AgroalDataSource database;
    private final Seals seals;

    Resealing(AgroalDataSource database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    /** Before anything is signed. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        resealAll();
    }

    @Transactional
    void resealAll() {
        int all = 0;
        for (int some = reseal(); some > 0; some = reseal()) {
            all += some;
        }
        if (all > 0) {
            LOG.infof("sealed with the key %s: %d keys of webhooks", seals.currentKey(), all);
        }
    }

    private int reseal() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OTHERS);
                var update = connection.prepareStatement(RESEAL)) {
            select.setString(1, seals.currentKey());
            int count = 0;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    reseal(row, update);
                    count++;
                }
            }
            update.executeBatch();
            return count;
        } catch (SQLException e) {
            throw new DatabaseFailure("seal the keys of webhooks", e);
        }
    }

    private void reseal(ResultSet row, PreparedStatement update) throws SQLException {
        var webhook = row.getObject("webhook_id", UUID.class);
        int number = row.getInt("number");
        var subject = WebhookKeys.subject(webhook, number);
        var sealedBy = row.getString("sealed_by");
        var text = row.getString("sealed_secret");
        var secret =
                sealedBy == null ? Base64.getDecoder().decode(text) : seals.open(new Sealed(sealedBy, text), subject);
        var sealed = seals.seal(secret, subject);
        update.setString(1, sealed.text());
        update.setString(2, sealed.keyId());
        update.setObject(3, webhook);
        update.setInt(4, number);
        update.addBatch();
    }
}
