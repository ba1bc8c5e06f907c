package ma.jazari.institutes.administrator;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.id.Uuids;

/** Where it is kept who administers what; never a name or an address. */
@ApplicationScoped
class GrantRepository {

    private static final String READ =
            """
            select id, institute_id, account_id, version, status, created_at, updated_at
            from institute_administrator where\s""";
    private static final String ADD =
            """
            insert into institute_administrator (id, institute_id, account_id, version, created_at, updated_at)
            values (?, ?, ?, 0, ?, ?) on conflict (institute_id, account_id) do nothing
            """;
    private static final String UPDATE =
            "update institute_administrator set version = ?, status = ?, updated_at = ? where id = ?";
    private static final String MAIL =
            """
            update institute_administrator set mailed_at = ?
            where institute_id = ? and account_id = ? and (mailed_at is null or mailed_at < ?)
            """;

    private final AgroalDataSource database;

    GrantRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Those of them that there are. */
    List<Grant> find(Collection<UUID> ids) {
        return read(
                "id = any (?)",
                select -> select.setArray(1, select.getConnection().createArrayOf("uuid", ids.toArray())));
    }

    /** Its row, made where there is none, and locked until the transaction ends. */
    Grant forChange(String instituteId, UUID accountId, Instant now) {
        write(ADD, insert -> {
            insert.setObject(1, Uuids.next());
            insert.setString(2, instituteId);
            insert.setObject(3, accountId);
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setTimestamp(5, Timestamp.from(now));
        });
        return read("institute_id = ? and account_id = ? for update", select -> {
                    select.setString(1, instituteId);
                    select.setObject(2, accountId);
                })
                .getFirst();
    }

    /** The row, locked until the transaction ends, if this is what Keycloak is being told. */
    Optional<Grant> withTask(UUID id, GrantTask task) {
        return read("id = ? and task = ? for update", select -> {
                    select.setObject(1, id);
                    select.setString(2, task.name());
                })
                .stream()
                .findFirst();
    }

    boolean hasTask(String instituteId, UUID accountId) {
        var found = read("institute_id = ? and account_id = ? and task is not null", select -> {
            select.setString(1, instituteId);
            select.setObject(2, accountId);
        });
        return !found.isEmpty();
    }

    /** Some of those that Keycloak has been being told of since before this instant. */
    List<Grant> leftOver(Instant before) {
        return read(
                "task is not null and task_since < ? order by task_since limit 20",
                select -> select.setTimestamp(1, Timestamp.from(before)));
    }

    void save(Grant grant) {
        write(UPDATE, update -> {
            update.setLong(1, grant.version());
            update.setString(2, String.valueOf(grant.status()));
            update.setTimestamp(3, Timestamp.from(grant.updatedAt()));
            update.setObject(4, grant.id());
        });
    }

    void begin(UUID id, GrantTask task, Instant now) {
        write("update institute_administrator set task = ?, task_since = ? where id = ?", update -> {
            update.setString(1, task.name());
            update.setTimestamp(2, Timestamp.from(now));
            update.setObject(3, id);
        });
    }

    void end(UUID id) {
        write(
                "update institute_administrator set task = null, task_since = null where id = ?",
                update -> update.setObject(1, id));
    }

    void invited(UUID id, Instant now) {
        write("update institute_administrator set invited_at = ? where id = ?", update -> {
            update.setTimestamp(1, Timestamp.from(now));
            update.setObject(2, id);
        });
    }

    /** How many persons were invited to the institute since then. */
    int countInvited(String instituteId, Instant since) {
        var sql = "select count(*) from institute_administrator where institute_id = ? and invited_at > ?";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, instituteId);
            select.setTimestamp(2, Timestamp.from(since));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("count the invitations of an institute", e);
        }
    }

    /** Notes that a mail is sent now, unless one was sent since then. */
    boolean noteMail(String instituteId, UUID accountId, Instant since, Instant now) {
        return write(MAIL, update -> {
                    update.setTimestamp(1, Timestamp.from(now));
                    update.setString(2, instituteId);
                    update.setObject(3, accountId);
                    update.setTimestamp(4, Timestamp.from(since));
                })
                > 0;
    }

    void forgetMail(String instituteId, UUID accountId) {
        write(
                "update institute_administrator set mailed_at = null where institute_id = ? and account_id = ?",
                update -> {
                    update.setString(1, instituteId);
                    update.setObject(2, accountId);
                });
    }

    private int write(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep who administers an institute", e);
        }
    }

    private List<Grant> read(String where, Binding binding) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ + where)) {
            binding.bind(select);
            var rows = new ArrayList<Grant>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(grant(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseFailure("read who administers institutes", e);
        }
    }

    private static Grant grant(ResultSet row) throws SQLException {
        var status = row.getString("status");
        return new Grant(
                row.getObject("id", UUID.class),
                row.getString("institute_id"),
                row.getObject("account_id", UUID.class),
                row.getLong("version"),
                status == null ? null : GrantStatus.valueOf(status),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    /** Gives a statement its values. */
    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
