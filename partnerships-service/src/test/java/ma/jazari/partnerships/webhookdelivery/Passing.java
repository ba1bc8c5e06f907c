package ma.jazari.partnerships.webhookdelivery;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/** Lets time pass for a webhook, by moving what was noted into the past. */
final class Passing {

    private Passing() {}

    static void of(String webhookId, Duration time) {
        var id = UUID.fromString(webhookId);
        execute(
                """
                update webhook_delivery set due_at = due_at - make_interval(secs => %d),
                                            claimed_until = claimed_until - make_interval(secs => %d)
                where webhook_id = '%s' and status = 'PENDING'
                """
                        .formatted(time.toSeconds(), time.toSeconds(), id));
        execute(
                """
                update webhook set paused_until = paused_until - make_interval(secs => %d),
                                   failing_since = failing_since - make_interval(secs => %d),
                                   last_failure_at = last_failure_at - make_interval(secs => %d)
                where id = '%s'
                """
                        .formatted(time.toSeconds(), time.toSeconds(), time.toSeconds(), id));
    }

    static void execute(String sql) {
        var database = CDI.current().select(DataSource.class).get();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
