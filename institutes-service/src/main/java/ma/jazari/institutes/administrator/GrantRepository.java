package ma.jazari.institutes.administrator;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Where it is kept who administers what. */
@ApplicationScoped
class GrantRepository {

    private static final String READ = "select * from institute_administrator where ";
    private static final String SAVE =
            """
            insert into institute_administrator
                (id, institute_id, account_id, version, status, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set
                version = excluded.version, status = excluded.status, updated_at = excluded.updated_at
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

    /** Locked until the transaction ends. */
    Optional<Grant> findForChange(Appointment appointment) {
        return read("institute_id = ? and account_id = ? for update", select -> {
                    select.setString(1, appointment.instituteId());
                    select.setObject(2, appointment.accountId());
                })
                .stream()
                .findFirst();
    }

    void save(Grant grant) {
        try (var connection = database.getConnection();
                var save = connection.prepareStatement(SAVE)) {
            save.setObject(1, grant.id());
            save.setString(2, grant.appointment().instituteId());
            save.setObject(3, grant.appointment().accountId());
            save.setLong(4, grant.version());
            save.setString(5, grant.status().name());
            save.setTimestamp(6, Timestamp.from(grant.createdAt()));
            save.setTimestamp(7, Timestamp.from(grant.updatedAt()));
            save.executeUpdate();
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
        return new Grant(
                row.getObject("id", UUID.class),
                new Appointment(row.getString("institute_id"), row.getObject("account_id", UUID.class)),
                row.getLong("version"),
                GrantStatus.valueOf(row.getString("status")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    /** Gives a statement its values. */
    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
