package ma.jazari.events.registration;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import ma.jazari.platform.changelog.DatabaseFailure;

/**
 * How many mails callers without an account have caused to a mailbox today (UTC), over all events. It outlives what is
 * erased, or erasing would start the count anew; so it knows mailboxes by a digest alone, whose salt is deleted with the day.
 */
@ApplicationScoped
class MailTally {

    private static final String BEGIN = "insert into anonymous_mail_day (day) values (?) on conflict do nothing";
    private static final String COUNT =
            """
            insert into anonymous_mail as tally (day, mailbox, mails)
            select day, sha256(convert_to(salt::text || ?, 'UTF8')), 1 from anonymous_mail_day where day = ?
            on conflict (day, mailbox) do update set mails = tally.mails + 1 where tally.mails < ?
            """;
    private static final String FORGET = "delete from anonymous_mail_day where day < ?";

    private final AgroalDataSource database;

    MailTally(AgroalDataSource database) {
        this.database = database;
    }

    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Counts one more, unless there were so many today; says whether it was counted. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean count(String mailbox, int most, Instant now) {
        try (var connection = database.getConnection();
                var begin = connection.prepareStatement(BEGIN);
                var count = connection.prepareStatement(COUNT)) {
            begin.setObject(1, day(now));
            begin.executeUpdate();
            count.setString(1, mailbox);
            count.setObject(2, day(now));
            count.setInt(3, most);
            return count.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure("count mails", e);
        }
    }

    /** Forgets all days before. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forgetBefore(Instant now) {
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement(FORGET)) {
            forget.setObject(1, day(now));
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("forget how many mails were sent", e);
        }
    }
}
