package ma.jazari.events.mail;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.id.Uuids;

/** Mails until they are sent: written with what they tell of, or not at all; gone once they are sent or given up. */
@ApplicationScoped
public class Outbox {

    private static final String ADD =
            "insert into mail (id, about, recipient, subject, body, send_at) values (?, ?, ?, ?, ?, ?)";
    // What a sender has taken on is left alone by others until its lease ends, and is tried again where it died.
    private static final String TAKE =
            """
            update mail set attempts = attempts + 1, send_at = ?
            where id in (select id from mail where send_at <= ? order by send_at limit ? for update skip locked)
            returning id, about, recipient, subject, body, attempts
            """;
    private static final String LATER = "update mail set send_at = ? where id = ?";
    private static final String DELETE = "delete from mail where id = ?";
    private static final String ERASE = "delete from mail where about = ?";

    private final AgroalDataSource database;
    private final Clock clock;

    Outbox(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Sends the mail once the transaction has committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Mail mail) {
        write(ADD, statement -> {
            statement.setObject(1, Uuids.next(), Types.OTHER);
            statement.setObject(2, mail.about(), Types.OTHER);
            statement.setString(3, mail.to());
            statement.setString(4, mail.subject());
            statement.setString(5, mail.text());
            statement.setTimestamp(6, Timestamp.from(clock.instant()));
        });
    }

    /** Forgets all mails about the record that were not sent yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(UUID about) {
        write(ERASE, statement -> statement.setObject(1, about, Types.OTHER));
    }

    /** Some of the mails that are to be sent now. Others leave them alone for the time of the lease. */
    List<Taken> take(int limit, Duration lease) {
        var now = clock.instant();
        try (var connection = database.getConnection();
                var take = connection.prepareStatement(TAKE)) {
            take.setTimestamp(1, Timestamp.from(now.plus(lease)));
            take.setTimestamp(2, Timestamp.from(now));
            take.setInt(3, limit);
            try (var row = take.executeQuery()) {
                var taken = new ArrayList<Taken>();
                while (row.next()) {
                    var mail = new Mail(
                            row.getObject(2, UUID.class), row.getString(3), row.getString(4), row.getString(5));
                    taken.add(new Taken(row.getObject(1, UUID.class), mail, row.getInt(6)));
                }
                return taken;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("take mails to send", e);
        }
    }

    /** It was sent, or is given up. */
    void done(UUID id) {
        write(DELETE, statement -> statement.setObject(1, id, Types.OTHER));
    }

    void later(UUID id, Duration pause) {
        write(LATER, statement -> {
            statement.setTimestamp(1, Timestamp.from(clock.instant().plus(pause)));
            statement.setObject(2, id, Types.OTHER);
        });
    }

    private void write(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep mails", e);
        }
    }

    /**
     * A mail that is being sent.
     *
     * @param attempts how often that was tried, this time included
     */
    record Taken(UUID id, Mail mail, int attempts) {}

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
