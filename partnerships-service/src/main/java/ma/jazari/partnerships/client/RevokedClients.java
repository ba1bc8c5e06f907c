package ma.jazari.partnerships.client;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.platform.changelog.DatabaseFailure;

/** The client ids whose tokens may still be about: those that Keycloak has, or had within the life of a token. */
@ApplicationScoped
class RevokedClients {

    private static final String NAMED =
            """
            select client_id from partner_client_credential
            where status = 'ENDED' and (removed_at is null or removed_at > ?) order by client_id
            """;

    private final AgroalDataSource database;
    private final ClientConfig config;
    private final Clock clock;

    RevokedClients(AgroalDataSource database, ClientConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    List<String> ids() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NAMED)) {
            select.setTimestamp(1, Timestamp.from(clock.instant().minus(config.namedFor())));
            try (var row = select.executeQuery()) {
                var ids = new ArrayList<String>();
                while (row.next()) {
                    ids.add(row.getString(1));
                }
                return ids;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("look for revoked clients", e);
        }
    }
}
