package ma.jazari.platform.relay;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.changelog.WakeUp;
import ma.jazari.platform.kafka.KafkaAccess;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Carries the change log to Kafka: a sequencer places the changes, a publisher sends them. They are apart so that the
 * change feed goes on while Kafka is away.
 */
@Singleton
public class Relay {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final String UNPUBLISHED =
            "select count(*) from change_sequence where seq > (select published_through from relay_position)";
    private static final int MAX_MESSAGE_BYTES = 5_000_000;
    private static final int BATCH_BYTES = 256 * 1024;

    private final AgroalDataSource database;
    private final SingleActive sequencing;
    private final SingleActive publishing;
    private List<Thread> threads = List.of();

    Relay(
            AgroalDataSource database,
            RelayConfig config,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service,
            KafkaAccess kafka) {
        this.database = database;
        var publisher = new Publisher(
                new Messages(service, config.topics()),
                config.batch(),
                config.deliveryTimeout(),
                () -> producer(kafka, config.deliveryTimeout()));
        this.sequencing =
                new SingleActive("sequencer", WakeUp.CHANGES, database, config, new Sequencer(config.batch()));
        this.publishing = new SingleActive("relay", Sequencer.PLACED, database, config, publisher);
        Gauge.builder("jazari.changelog.lag", this, Relay::lag)
                .description("Changes that are committed and not yet published")
                .register(metrics);
        Gauge.builder("jazari.changelog.active", publishing, p -> p.isActive() ? 1 : 0)
                .description("Whether this replica publishes")
                .register(metrics);
    }

    void start(@Observes StartupEvent started) {
        threads = List.of(
                Thread.ofPlatform().name("sequencer").daemon().start(sequencing),
                Thread.ofPlatform().name("relay").daemon().start(publishing));
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            thread.join(STOP_WITHIN);
        }
    }

    /** How many changes are committed and not yet published; NaN while the database does not say. */
    public double lag() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(UNPUBLISHED);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1) + LogPlace.read(connection).waiting();
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    private static Producer<String, byte[]> producer(KafkaAccess kafka, Duration deliveryTimeout) {
        int timeout = Math.toIntExact(deliveryTimeout.toMillis());
        return new KafkaProducer<>(
                kafka.with(Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        MAX_MESSAGE_BYTES,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        timeout / 3,
                        // A broker that has just become a leader knows nothing of this producer and takes any batch for
                        // its first: with two on their way, the second one would pass a first that came too early.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH_BYTES,
                        // The publisher's time-out ends them all at once: one that gave up alone would be passed by the
                        // next change of its record.
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        1_000)),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
