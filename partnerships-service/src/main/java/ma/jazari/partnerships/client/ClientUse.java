package ma.jazari.partnerships.client;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.security.TokenWatch;

/** When clients were last used here, kept in memory and written once a minute. */
@ApplicationScoped
class ClientUse implements TokenWatch {

    private static final String NOTE =
            """
            update partner_client set last_used_at = ?
            where id = (select owner from partner_client_credential where client_id = ?)
              and (last_used_at is null or last_used_at < ?)
            """;

    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private final AgroalDataSource database;
    private final Clock clock;

    ClientUse(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void used(String client) {
        if (client.startsWith("partner-")) {
            used.put(client, clock.instant());
        }
    }

    @Scheduled(
            every = "${jazari.partner-clients.use-noted-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void note() {
        if (used.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(NOTE)) {
            for (var use : Map.copyOf(used).entrySet()) {
                update.setTimestamp(1, Timestamp.from(use.getValue()));
                update.setString(2, use.getKey());
                update.setTimestamp(3, Timestamp.from(use.getValue()));
                update.executeUpdate();
                used.remove(use.getKey(), use.getValue());
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("note when clients were used", e);
        }
    }
}
