package ma.jazari.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.jazari.platform.kafka.KafkaAccess;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts what cannot be handled aside on {@code <topic>.dead-letter}, as it came and with the reason. */
final class DeadLetters implements AutoCloseable {

    static final String SUFFIX = ".dead-letter";
    private static final int ACKNOWLEDGE_SECONDS = 30;
    private static final int MAX_MESSAGE_BYTES = 5_000_000;

    private final Producer<String, byte[]> producer;

    DeadLetters(KafkaAccess kafka) {
        this.producer = new KafkaProducer<>(
                kafka.with(Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        MAX_MESSAGE_BYTES,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The topic that a message came by before it was put aside, if it was. */
    static String origin(String topic) {
        return topic.endsWith(SUFFIX) ? topic.substring(0, topic.length() - SUFFIX.length()) : topic;
    }

    /** Returns when Kafka has the message, so that the original may be passed over. */
    void add(ConsumerRecord<String, byte[]> message, String group, Throwable reason)
            throws InterruptedException, ExecutionException, TimeoutException {
        var topic = message.topic().endsWith(SUFFIX) ? message.topic() : message.topic() + SUFFIX;
        var letter = new ProducerRecord<>(topic, message.key(), message.value());
        message.headers().forEach(header -> {
            if (!header.key().startsWith("jazari-")) {
                letter.headers().add(header);
            }
        });
        header(letter, "jazari-reason", reason.getClass().getSimpleName() + ": " + reason.getMessage());
        header(letter, "jazari-consumer", group);
        header(letter, "jazari-origin", message.topic() + "/" + message.partition() + "/" + message.offset());
        producer.send(letter).get(ACKNOWLEDGE_SECONDS, TimeUnit.SECONDS);
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
