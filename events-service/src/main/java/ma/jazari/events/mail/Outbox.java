package ma.jazari.events.mail;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.id.Uuids;

/**
 * Mails until they are sent: written with what they tell of, or not at all; gone once they are sent. Those that are given up
 * are kept until what they are about is erased.
 */
@ApplicationScoped
public class Outbox {

    private static final String ADD =
            """
            insert into mail (id, about, recipient, subject, body, written_at, send_at) values (?, ?, ?, ?, ?, ?, ?)
            """;
    // What a sender has taken on is left alone by others until its lease ends, and is tried again where it died. Mails
    // about the same record go out in the order in which they were written.
    private static final String TAKE =
            """
            update mail set attempts = attempts + 1, send_at = ?
            where id = (
                select id from mail due
                where send_at <= ? and given_up_at is null and not exists (
                    select from mail earlier
                    where earlier.about = due.about and earlier.id < due.id and earlier.given_up_at is null)
                order by send_at limit 1 for update of due skip locked)
            returning id, about, recipient, subject, body, attempts, written_at
            """;
    private static final String LATER = "update mail set send_at = ?, failure = ? where id = ?";
    private static final String GIVE_UP = "update mail set given_up_at = ?, failure = ? where id = ?";
    private static final String DELETE = "delete from mail where id = ?";
    private static final String ERASE = "delete from mail where about = ?";
    private static final String WAITING = "select count(*) from mail where given_up_at is null";
    private static final String GIVEN_UP = "select count(*) from mail where given_up_at is not null";

    private final AgroalDataSource database;
    private final Clock clock;

    Outbox(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Sends the mail once the transaction has committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Mail mail) {
        addAll(List.of(mail));
    }

    /** Sends the mails once the transaction has committed; written in one round trip. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addAll(List<Mail> mails) {
        var now = Timestamp.from(clock.instant());
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            for (var mail : mails) {
                insert.setObject(1, Uuids.next(), Types.OTHER);
                insert.setObject(2, mail.about(), Types.OTHER);
                insert.setString(3, mail.to());
                insert.setString(4, mail.subject());
                insert.setString(5, mail.text());
                insert.setTimestamp(6, now);
                insert.setTimestamp(7, now);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep mails", e);
        }
    }

    /** Forgets all mails about the record that were not sent. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(UUID about) {
        write(ERASE, statement -> statement.setObject(1, about, Types.OTHER));
    }

    /** The next mail to be sent, if there is one, for an attempt that is made now. Others leave it alone for the time of the lease. */
    Optional<Taken> take(Duration lease) {
        var now = clock.instant();
        try (var connection = database.getConnection();
                var take = connection.prepareStatement(TAKE)) {
            take.setTimestamp(1, Timestamp.from(now.plus(lease)));
            take.setTimestamp(2, Timestamp.from(now));
            try (var row = take.executeQuery()) {
                return row.next() ? Optional.of(taken(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("take a mail to send", e);
        }
    }

    private static Taken taken(ResultSet row) throws SQLException {
        var mail = new Mail(row.getObject(2, UUID.class), row.getString(3), row.getString(4), row.getString(5));
        return new Taken(
                row.getObject(1, UUID.class),
                mail,
                row.getInt(6),
                row.getTimestamp(7).toInstant());
    }

    /** It was sent. */
    void done(UUID id) {
        write(DELETE, statement -> statement.setObject(1, id, Types.OTHER));
    }

    /** It was not sent, and is tried again after the pause. */
    void later(UUID id, Duration pause, String failure) {
        write(LATER, statement -> {
            statement.setTimestamp(1, Timestamp.from(clock.instant().plus(pause)));
            statement.setString(2, failure);
            statement.setObject(3, id, Types.OTHER);
        });
    }

    /** It is not tried any more. */
    void giveUp(UUID id, String failure) {
        write(GIVE_UP, statement -> {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.setString(2, failure);
            statement.setObject(3, id, Types.OTHER);
        });
    }

    /** How many are to be sent; NaN while the database does not say. */
    double waiting() {
        return count(WAITING);
    }

    /** How many were given up; NaN while the database does not say. */
    double givenUp() {
        return count(GIVEN_UP);
    }

    private double count(String sql) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            return Double.NaN;
        }
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
    record Taken(UUID id, Mail mail, int attempts, Instant writtenAt) {}

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
