package ma.jazari.partnerships.webhookdelivery;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** What was heard here. */
final class Heards {

    private Heards() {}

    static boolean isHeard(String changeId) {
        var database = CDI.current().select(DataSource.class).get();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select true from heard_change where id = ?")) {
            select.setObject(1, UUID.fromString(changeId));
            try (var row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
