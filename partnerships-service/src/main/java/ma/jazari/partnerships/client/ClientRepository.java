package ma.jazari.partnerships.client;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.platform.changelog.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** Where clients are kept, with their credentials that work; never with a secret. */
@ApplicationScoped
class ClientRepository {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String READ = "select * from partner_client where ";
    private static final String CREDENTIALS =
            """
            select owner, id, client_id, created_at, valid_until from partner_client_credential
            where owner = any (?) and status = 'ACTIVE' order by valid_until nulls last
            """;
    private static final String INSERT =
            """
            insert into partner_client
                (id, partner_id, name, authentication, version, status, created_at, updated_at)
            values (?, ?, ?, ?, ?, 'PENDING', ?, ?)
            """;
    private static final String PENDING_CREDENTIAL =
            """
            insert into partner_client_credential (id, owner, client_id, status, created_at)
            values (?, ?, ?, 'PENDING', ?)
            """;
    private static final String UPDATE =
            "update partner_client set version = ?, status = ?, reason = ?, updated_at = ? where id = ?";
    private static final String WORKS =
            """
            update partner_client_credential set status = 'ACTIVE', valid_until = ?
            where id = ? and status in ('PENDING', 'ACTIVE')
            """;
    private static final String END_OTHERS =
            """
            update partner_client_credential set status = 'ENDED', ended_at = ?
            where owner = ? and status = 'ACTIVE' and not id = any (?)
            """;

    private final AgroalDataSource database;

    ClientRepository(AgroalDataSource database) {
        this.database = database;
    }

    Optional<PartnerClient> find(UUID id) {
        return read("id = ?", select -> select.setObject(1, id)).stream().findFirst();
    }

    /** Those of them that there are. */
    List<PartnerClient> find(Collection<UUID> ids) {
        return read(
                "id = any (?)",
                select -> select.setArray(1, select.getConnection().createArrayOf("uuid", ids.toArray())));
    }

    /** Locked until the transaction ends. */
    Optional<PartnerClient> findForChange(UUID id) {
        return read("id = ? for update", select -> select.setObject(1, id)).stream()
                .findFirst();
    }

    List<PartnerClient> findOf(String partnerId, @Nullable UUID after, int limit) {
        return read("partner_id = ? and status <> 'PENDING' and id > ? order by id limit ?", select -> {
            select.setString(1, partnerId);
            select.setObject(2, after == null ? FIRST : after);
            select.setInt(3, limit);
        });
    }

    /** How many there are, revoked ones or not. */
    long countOf(String partnerId, boolean revokedToo) {
        var sql = "select count(*) from partner_client where partner_id = ? and "
                + (revokedToo ? "status <> 'PENDING'" : "status <> 'REVOKED'");
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, partnerId);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("count clients of a partner", e);
        }
    }

    /** Lets nobody else make a client of the partner until the transaction ends. */
    void lockPartner(String partnerId) {
        write(
                "select pg_advisory_xact_lock(hashtextextended('clients of ' || ?, 0))",
                lock -> lock.setString(1, partnerId));
    }

    void addPending(PartnerClient client) {
        write(INSERT, insert -> {
            insert.setObject(1, client.id());
            insert.setString(2, client.partnerId());
            insert.setString(3, client.name());
            insert.setString(4, client.authentication().name());
            insert.setLong(5, client.version());
            insert.setTimestamp(6, Timestamp.from(client.createdAt()));
            insert.setTimestamp(7, Timestamp.from(client.updatedAt()));
        });
    }

    void addPending(UUID owner, Credential credential) {
        write(PENDING_CREDENTIAL, insert -> {
            insert.setObject(1, credential.id());
            insert.setObject(2, owner);
            insert.setString(3, credential.clientId());
            insert.setTimestamp(4, Timestamp.from(credential.createdAt()));
        });
    }

    /** Keeps it, and ends every credential that it no longer has. */
    void save(PartnerClient client) {
        write(UPDATE, update -> {
            update.setLong(1, client.version());
            update.setString(2, client.status().name());
            update.setString(3, client.reason());
            update.setTimestamp(4, Timestamp.from(client.updatedAt()));
            update.setObject(5, client.id());
        });
        for (var credential : client.credentials()) {
            write(WORKS, update -> {
                var until = credential.validUntil();
                update.setTimestamp(1, until == null ? null : Timestamp.from(until));
                update.setObject(2, credential.id());
            });
        }
        var kept = client.credentials().stream().map(Credential::id).toArray();
        write(END_OTHERS, update -> {
            update.setTimestamp(1, Timestamp.from(client.updatedAt()));
            update.setObject(2, client.id());
            update.setArray(3, update.getConnection().createArrayOf("uuid", kept));
        });
    }

    /** Whether the sweep has not given the credential up meanwhile; locked until the transaction ends. */
    boolean isPending(Credential credential) {
        var sql = "select 1 from partner_client_credential where id = ? and status = 'PENDING' for update";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, credential.id());
            try (var row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("look for a pending credential", e);
        }
    }

    private void write(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep a client of a partner", e);
        }
    }

    private List<PartnerClient> read(String where, Binding binding) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ + where)) {
            binding.bind(select);
            var rows = new ArrayList<PartnerClient>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(client(row));
                }
            }
            var credentials = credentials(rows.stream().map(PartnerClient::id).toList());
            return rows.stream()
                    .map(client -> client.with(credentials.getOrDefault(client.id(), List.of())))
                    .toList();
        } catch (SQLException e) {
            throw new DatabaseFailure("read clients of partners", e);
        }
    }

    private Map<UUID, List<Credential>> credentials(Collection<UUID> owners) throws SQLException {
        var found = new HashMap<UUID, List<Credential>>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CREDENTIALS)) {
            select.setArray(1, connection.createArrayOf("uuid", owners.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject("owner", UUID.class), owner -> new ArrayList<>())
                            .add(new Credential(
                                    row.getObject("id", UUID.class),
                                    row.getString("client_id"),
                                    row.getTimestamp("created_at").toInstant(),
                                    instant(row, "valid_until")));
                }
            }
        }
        return found;
    }

    private static PartnerClient client(ResultSet row) throws SQLException {
        return new PartnerClient(
                row.getObject("id", UUID.class),
                row.getString("partner_id"),
                row.getString("name"),
                ClientAuthentication.valueOf(row.getString("authentication")),
                row.getLong("version"),
                ClientStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row, "last_used_at"),
                List.of());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** Gives a statement its values. */
    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
