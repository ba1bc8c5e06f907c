package ma.jazari.platform.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import ma.jazari.platform.changelog.Causation;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Lets each message have its effect once: the claim of its id and the effect are one transaction. */
@ApplicationScoped
public class Inbox {

    private final AgroalDataSource database;
    private final InboxConfig config;

    Inbox(AgroalDataSource database, InboxConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Handles the message unless its handler's reader has done that before; says whether it was handled now. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean handleOnce(Message message, MessageHandler handler) {
        if (!claim(handler.reader().isEmpty() ? message.id() : handler.reader() + ":" + message.id())) {
            return false;
        }
        Causation.of(message.id(), () -> handler.handle(message));
        return true;
    }

    private boolean claim(String messageId) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into inbox (message_id) values (?) on conflict do nothing")) {
            insert.setString(1, messageId);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure("claim a message", e);
        }
    }

    /** Whether the database answers. */
    boolean databaseIsWell() {
        try (var connection = database.getConnection()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Forgets claims of messages so old that Kafka does not repeat them any more. */
    @Scheduled(every = "24h", delayed = "1m")
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void forgetOld() {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "delete from inbox where received_at < now() - make_interval(secs => ?)")) {
            delete.setDouble(1, (double) config.keepClaims().toSeconds());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("remove old claims", e);
        }
    }
}
