package ma.jazari.benchmarks.delay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import ma.jazari.benchmarks.BenchmarkException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A consumer with nothing to do but note when the first message of each record arrives. */
final class TopicTap implements AutoCloseable {

    static final String TIME = "ce_time";

    private static final Duration LONG = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Arrival> arrivals = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    /** A message, and when it was in the consumer's hands. */
    record Arrival(Instant at, ConsumerRecord<String, byte[]> message) {

        /** When the change was made, as its producer says. */
        Instant changedAt() {
            var time = message.headers().lastHeader(TIME);
            return Instant.parse(new String(Objects.requireNonNull(time).value(), StandardCharsets.UTF_8));
        }
    }

    /** Listens to all partitions from now on. */
    TopicTap(String kafka, Collection<String> topics) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // The end is looked up when it is asked for.
        partitions.forEach(consumer::position);
        this.thread = Thread.ofPlatform().name("tap").daemon().start(this::listen);
    }

    private void listen() {
        try (consumer) {
            while (!closed) {
                var messages = consumer.poll(LONG);
                var now = Instant.now();
                messages.forEach(message -> arrivals.putIfAbsent(message.key(), new Arrival(now, message)));
            }
        } catch (WakeupException closing) {
            // that is how close() ends it
        }
    }

    /** The first message of that record; null when none has come yet. */
    @Nullable Arrival arrivalOf(String key) {
        return arrivals.get(key);
    }

    /** Waits for the messages of all these records. */
    void await(Collection<String> keys, Duration limit) throws InterruptedException {
        long begun = System.nanoTime();
        while (!arrivals.keySet().containsAll(keys)) {
            if (System.nanoTime() - begun > limit.toNanos()) {
                var missing =
                        keys.stream().filter(key -> !arrivals.containsKey(key)).count();
                throw new BenchmarkException(missing + " of " + keys.size()
                        + " changes did not reach the consumer within " + limit.toSeconds() + " s.");
            }
            Thread.sleep(PAUSE);
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
