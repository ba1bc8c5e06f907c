package ma.jazari.events.registration;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import ma.jazari.events.mail.Outbox;
import ma.jazari.platform.changelog.DatabaseFailure;

/** What else is kept of a person for a while: mails not yet sent, and answers kept for a repeated request. */
@ApplicationScoped
class Traces {

    // From the index on where the id of a registration stands in an answer.
    static final String ANSWERS =
            "delete from idempotency_key where substring(body from 8 for 36) = convert_to(?, 'UTF8')";

    private final Outbox outbox;
    private final AgroalDataSource database;

    Traces(Outbox outbox, AgroalDataSource database) {
        this.outbox = outbox;
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void erase(Registration registration) {
        outbox.erase(registration.id());
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(ANSWERS)) {
            delete.setString(1, registration.id().toString());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("erase answers that tell of a person", e);
        }
    }
}
