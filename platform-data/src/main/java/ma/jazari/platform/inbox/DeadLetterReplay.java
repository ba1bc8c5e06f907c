package ma.jazari.platform.inbox;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tries again what this service has put aside: {@code POST /dead-letters/replay} on the management port. What still
 * cannot be handled is put aside anew.
 */
@Singleton
public class DeadLetterReplay {

    private static final Logger LOG = Logger.getLogger(DeadLetterReplay.class);
    private static final Duration POLL = Duration.ofSeconds(5);

    private final String service;
    private final String kafka;
    private final InboxConsumer inbox;

    DeadLetterReplay(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka,
            InboxConsumer inbox) {
        this.service = service;
        this.kafka = kafka;
        this.inbox = inbox;
    }

    void register(@Observes ManagementInterface management) {
        management.router().post("/dead-letters/replay").blockingHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        try {
            context.json(new JsonObject().put("replayed", replay()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            context.fail(e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.error("dead letters not replayed", e);
            context.fail(e);
        }
    }

    /** Delivers what lies there now, and says how many messages that were. */
    synchronized int replay() throws InterruptedException, ExecutionException, TimeoutException {
        try (var consumer = inbox.connect(service + ".dead-letters");
                var deadLetters = new DeadLetters(kafka)) {
            var partitions = inbox.topics(DeadLetters.SUFFIX).stream()
                    .map(topic -> new TopicPartition(topic, 0))
                    .collect(Collectors.toUnmodifiableSet());
            consumer.assign(partitions);
            return deliver(consumer, consumer.endOffsets(partitions), inbox.delivery(deadLetters));
        }
    }

    private int deliver(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, Delivery delivery)
            throws InterruptedException, ExecutionException, TimeoutException {
        int replayed = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var letter : consumer.poll(POLL)) {
                var partition = new TopicPartition(letter.topic(), letter.partition());
                if (letter.offset() < ends.getOrDefault(partition, 0L) && isOurs(letter)) {
                    delivery.deliver(letter);
                    replayed++;
                }
            }
        }
        consumer.commitSync(ends.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue()))));
        return replayed;
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> letter) {
        return Message.header(letter, "jazari-consumer").filter(service::equals).isPresent();
    }
}
