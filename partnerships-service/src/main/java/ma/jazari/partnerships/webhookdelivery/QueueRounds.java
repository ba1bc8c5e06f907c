package ma.jazari.partnerships.webhookdelivery;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Keeps the log of deliveries as short as it is meant to be, and says how queues stand. */
@Singleton
class QueueRounds {

    private static final int BATCH = 2_000;
    private static final String FORGET =
            """
            delete from webhook_delivery where (webhook_id, message_id) in (
                select webhook_id, message_id from webhook_delivery where finished_at < ? limit ?
            )
            """;
    // What has waited for so long waits for a webhook that stands still; its text would be kept for ever.
    private static final String GIVE_UP =
            """
            update webhook_delivery set status = 'DROPPED', finished_at = ?, due_at = null
            where (webhook_id, message_id) in (
                select d.webhook_id, d.message_id from webhook_delivery d join webhook w on w.id = d.webhook_id
                where d.status = 'PENDING' and d.queued_at < ? and w.status = 'DISABLED' limit ?
            )
            """;
    private static final String LENGTH = "select count(*) from webhook_delivery where status = 'PENDING'";
    private static final String OLDEST =
            """
            select coalesce(extract(epoch from ?::timestamptz - min(d.queued_at)), 0)
            from webhook_delivery d join webhook w on w.id = d.webhook_id
            where d.status = 'PENDING' and w.status = 'ACTIVE'
            """;

    private final AgroalDataSource database;
    private final DeliveryConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;

    QueueRounds(AgroalDataSource database, DeliveryConfig config, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("jazari.webhooks.queue", this, rounds -> rounds.read(LENGTH, false))
                .description("Messages that wait for any webhook")
                .register(metrics);
        Gauge.builder("jazari.webhooks.oldest", this, rounds -> rounds.read(OLDEST, true))
                .description("How long the oldest message to an active webhook has waited")
                .baseUnit("seconds")
                .register(metrics);
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        while (change(GIVE_UP, clock.instant().minus(config.keep())) == BATCH) {
            // the next batch
        }
        while (change(FORGET, clock.instant().minus(config.keep())) == BATCH) {
            // the next batch
        }
    }

    private int change(String sql, Instant before) {
        try (var connection = database.getConnection();
                var change = connection.prepareStatement(sql)) {
            int i = 0;
            if (sql.equals(GIVE_UP)) {
                change.setTimestamp(++i, Timestamp.from(clock.instant()));
            }
            change.setTimestamp(++i, Timestamp.from(before));
            change.setInt(++i, BATCH);
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("shorten the log of deliveries", e);
        }
    }

    /** NaN while the database does not say. */
    private double read(String sql, boolean takesTime) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            if (takesTime) {
                select.setTimestamp(1, Timestamp.from(clock.instant()));
            }
            try (var row = select.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
