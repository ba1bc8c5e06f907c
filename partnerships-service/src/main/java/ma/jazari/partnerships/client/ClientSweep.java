package ma.jazari.partnerships.client;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.problem.Problem;
import org.jboss.logging.Logger;

/** Ends what has had its time, and takes out of Keycloak what has ended or was left half way. Any replica may do it. */
@ApplicationScoped
class ClientSweep {

    private static final Logger LOG = Logger.getLogger(ClientSweep.class);
    private static final String END =
            """
            update partner_client_credential set status = 'ENDED', ended_at = ?
            where (status = 'ACTIVE' and valid_until <= ?) or (status = 'PENDING' and created_at <= ?)
            """;
    private static final String TO_REMOVE =
            "select id from partner_client_credential where status = 'ENDED' and removed_at is null limit 50";
    private static final String REMOVED = "update partner_client_credential set removed_at = ? where id = ?";
    // A client whose only credential never came to be: nobody was told of it.
    private static final String FORGET =
            """
            delete from partner_client c where c.status = 'PENDING' and not exists (
                select 1 from partner_client_credential p where p.owner = c.id and p.removed_at is null)
            """;

    private final AgroalDataSource database;
    private final KeycloakClients keycloak;
    private final ClientConfig config;
    private final Clock clock;

    ClientSweep(AgroalDataSource database, KeycloakClients keycloak, ClientConfig config, Clock clock) {
        this.database = database;
        this.keycloak = keycloak;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${jazari.partner-clients.sweep-every:10s}",
            delayed = "${jazari.partner-clients.sweep-every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (!keycloak.isOn()) {
            return;
        }
        var now = clock.instant();
        try {
            end(now);
            for (var id : toRemove()) {
                keycloak.remove(id);
                removed(id, now);
            }
            forget();
        } catch (Problem e) {
            LOG.debugf("clients are removed later: %s", e.getMessage());
        }
    }

    private void end(Instant now) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(END)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setTimestamp(2, Timestamp.from(now));
            update.setTimestamp(3, Timestamp.from(now.minus(config.givenUpAfter())));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("end credentials of clients", e);
        }
    }

    private List<UUID> toRemove() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(TO_REMOVE);
                var row = select.executeQuery()) {
            var ids = new ArrayList<UUID>();
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new DatabaseFailure("look for credentials to remove", e);
        }
    }

    private void removed(UUID id, Instant now) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(REMOVED)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setObject(2, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("note that a credential was removed", e);
        }
    }

    private void forget() {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(FORGET)) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("forget clients that never came to be", e);
        }
    }
}
