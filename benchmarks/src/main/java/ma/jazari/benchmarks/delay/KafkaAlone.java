package ma.jazari.benchmarks.delay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jazari.benchmarks.BenchmarkException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The floor: a message like the registry's, sent as its relay sends, to a topic that is deleted afterwards. */
final class KafkaAlone implements ChangeSource, AutoCloseable {

    static final String TOPIC = "jazari.bench-floor";

    private static final int PARTITIONS = 6;
    private static final short ONE_BROKER = 1;

    private final Admin admin;
    private final ConsumerRecord<String, byte[]> model;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicInteger count = new AtomicInteger();

    /** @param model a message of the registry, whose value and headers are sent again */
    KafkaAlone(String kafka, Admin admin, ConsumerRecord<String, byte[]> model) {
        this.admin = admin;
        this.model = model;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "enable.idempotence", true, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static void createTopic(Admin admin) throws InterruptedException {
        try {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, ONE_BROKER)))
                        .all()
                        .get();
            }
        } catch (ExecutionException failure) {
            throw new BenchmarkException("Kafka made no topic: " + failure.getMessage(), failure);
        }
    }

    @Override
    public String name() {
        return "Kafka alone";
    }

    @Override
    public CompletionStage<String> change() {
        var key = "floor-" + count.incrementAndGet();
        var message = new ProducerRecord<>(TOPIC, key, model.value());
        model.headers().forEach(header -> message.headers().add(header));
        message.headers()
                .remove(TopicTap.TIME)
                .add(TopicTap.TIME, Instant.now().toString().getBytes(StandardCharsets.UTF_8));
        var confirmed = new CompletableFuture<String>();
        var unused = producer.send(message, (metadata, failure) -> {
            if (failure == null) {
                confirmed.complete(key);
            } else {
                confirmed.completeExceptionally(failure);
            }
        });
        return confirmed;
    }

    @Override
    public void close() {
        producer.close();
        admin.deleteTopics(List.of(TOPIC));
    }
}
