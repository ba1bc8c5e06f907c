package ma.jazari.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.Test;

/** What the database refuses is somebody's: it stands in no exception, and so in no log and no trace. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConfidentialRowsTest {

    private static final String ADDRESS = "amina.berrada@example.org";
    // Without a body, which every mail has.
    private static final String INSERT =
            "insert into mail (id, about, recipient, subject, body, send_at) values (gen_random_uuid(), gen_random_uuid(), ?, ?, null, now())";

    @Inject
    AgroalDataSource database;

    @Test
    void says_nothing_of_the_row_that_it_refuses() {
        assertThat(messages(catchThrowable(() -> insert(false))))
                .contains("body")
                .doesNotContain(ADDRESS);
        assertThat(messages(catchThrowable(() -> insert(true))))
                .contains("body")
                .doesNotContain(ADDRESS);
    }

    private void insert(boolean inABatch) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, ADDRESS);
            insert.setString(2, "Bonjour " + ADDRESS);
            if (inABatch) {
                insert.addBatch();
                insert.executeBatch();
            } else {
                insert.executeUpdate();
            }
        }
    }

    private static String messages(Throwable failure) {
        var all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause).append('\n');
            if (cause instanceof SQLException sql && sql.getNextException() != null) {
                all.append(sql.getNextException()).append('\n');
            }
        }
        return all.toString();
    }
}
