package ma.jazari.institutes.administrator;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.changelog.DatabaseFailure;

/** What Keycloak is being told of administrators, and when they were invited and got a mail. */
@ApplicationScoped
class TaskRepository {

    private static final String BEGIN =
            """
            insert into institute_administrator_task as t (institute_id, account_id, task, since, invited_at)
            values (?, ?, ?, ?, ?) on conflict (institute_id, account_id) do update set
                task = excluded.task, since = excluded.since, invited_at = coalesce(excluded.invited_at, t.invited_at)
            """;
    private static final String END =
            """
            update institute_administrator_task set task = null, since = null
            where institute_id = ? and account_id = ? and task = ?
            """;
    private static final String OPEN =
            """
            select count(*) from institute_administrator_task
            where institute_id = ? and account_id = ? and task is not null
            """;
    private static final String INVITED =
            "select count(*) from institute_administrator_task where institute_id = ? and invited_at > ?";
    private static final String LEFT_OVER =
            """
            select institute_id, account_id from institute_administrator_task
            where task is not null and since < ? order by since limit 20
            """;
    private static final String MAIL =
            """
            insert into institute_administrator_task as t (institute_id, account_id, mailed_at) values (?, ?, ?)
            on conflict (institute_id, account_id) do update set mailed_at = excluded.mailed_at
                where t.mailed_at is null or t.mailed_at < ?
            """;
    private static final String NO_MAIL =
            "update institute_administrator_task set mailed_at = null where institute_id = ? and account_id = ?";

    private final AgroalDataSource database;

    TaskRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Keycloak is told from now on; what it was told before does not count any more. */
    void begin(Appointment appointment, GrantTask task, Instant now) {
        write(BEGIN, begin -> {
            bind(begin, appointment);
            begin.setString(3, task.name());
            begin.setTimestamp(4, Timestamp.from(now));
            begin.setTimestamp(5, task == GrantTask.GRANT ? Timestamp.from(now) : null);
        });
    }

    /** Keycloak has done it. False where this is not what it is being told. */
    boolean end(Appointment appointment, GrantTask task) {
        return write(END, end -> {
                    bind(end, appointment);
                    end.setString(3, task.name());
                })
                > 0;
    }

    boolean isOpen(Appointment appointment) {
        return count(OPEN, select -> bind(select, appointment)) > 0;
    }

    /** How many persons were invited to the institute since then. */
    int countInvited(String instituteId, Instant since) {
        return count(INVITED, select -> {
            select.setString(1, instituteId);
            select.setTimestamp(2, Timestamp.from(since));
        });
    }

    /** Some of those that Keycloak has been being told of since before this instant. */
    List<Appointment> leftOver(Instant before) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(LEFT_OVER)) {
            select.setTimestamp(1, Timestamp.from(before));
            var found = new ArrayList<Appointment>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Appointment(row.getString(1), row.getObject(2, UUID.class)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure("look for administrators left half way", e);
        }
    }

    /** Notes that a mail is sent now, unless one was sent since then. */
    boolean noteMail(Appointment appointment, Instant since, Instant now) {
        return write(MAIL, note -> {
                    bind(note, appointment);
                    note.setTimestamp(3, Timestamp.from(now));
                    note.setTimestamp(4, Timestamp.from(since));
                })
                > 0;
    }

    void forgetMail(Appointment appointment) {
        write(NO_MAIL, update -> bind(update, appointment));
    }

    private static void bind(PreparedStatement statement, Appointment appointment) throws SQLException {
        statement.setString(1, appointment.instituteId());
        statement.setObject(2, appointment.accountId());
    }

    private int count(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("count what is done about administrators", e);
        }
    }

    private int write(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("note what is done about administrators", e);
        }
    }

    /** Gives a statement its values. */
    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
