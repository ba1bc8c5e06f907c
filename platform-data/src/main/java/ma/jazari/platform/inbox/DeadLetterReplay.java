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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ma.jazari.platform.kafka.KafkaAccess;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Tries again what this service has put aside: {@code POST /dead-letters/replay} on the management port. What still
 * cannot be handled is put aside anew.
 */
@Singleton
public class DeadLetterReplay {

    private static final Logger LOG = Logger.getLogger(DeadLetterReplay.class);
    private static final Duration POLL = Duration.ofSeconds(5);

    private final KafkaAccess kafka;
    private final InboxConsumer inbox;

    DeadLetterReplay(KafkaAccess kafka, InboxConsumer inbox) {
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
        int replayed = 0;
        for (var reader : inbox.readers()) {
            replayed += replay(reader);
        }
        return replayed;
    }

    private int replay(InboxReader reader) throws InterruptedException, ExecutionException, TimeoutException {
        try (var consumer = reader.connect(reader.group() + ".dead-letters");
                var deadLetters = new DeadLetters(kafka)) {
            var partitions = reader.topics(DeadLetters.SUFFIX).stream()
                    .map(topic -> new TopicPartition(topic, 0))
                    .collect(Collectors.toUnmodifiableSet());
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            return deliver(consumer, ends, letter -> isOf(reader, letter), reader.delivery(deadLetters));
        }
    }

    private static int deliver(
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Predicate<ConsumerRecord<String, byte[]>> isWanted,
            Delivery delivery)
            throws InterruptedException, ExecutionException, TimeoutException {
        int replayed = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var letter : consumer.poll(POLL)) {
                var partition = new TopicPartition(letter.topic(), letter.partition());
                if (letter.offset() < ends.getOrDefault(partition, 0L) && isWanted.test(letter)) {
                    delivery.deliver(letter);
                    replayed++;
                }
            }
        }
        consumer.commitSync(ends.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue()))));
        return replayed;
    }

    private static boolean isOf(InboxReader reader, ConsumerRecord<String, byte[]> letter) {
        return Message.header(letter, "jazari-consumer")
                .filter(reader.group()::equals)
                .isPresent();
    }
}
