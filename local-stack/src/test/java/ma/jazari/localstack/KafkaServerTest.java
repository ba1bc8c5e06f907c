package ma.jazari.localstack;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {

    private static final String TOPIC = "jazari.institutes";

    private final Path directory;

    KafkaServerTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void keeps_what_it_acknowledged_when_it_is_killed() throws Exception {
        try (var kafka = KafkaServer.start(directory, 0)) {
            create(kafka);
            send(kafka);

            kafka.kill();
            assertThat(kafka.isReady()).isFalse();
            kafka.restart();

            assertThat(receive(kafka)).isEqualTo("active");
        }
    }

    @Test
    void does_not_answer_while_it_is_paused_and_leaves_no_process_behind() {
        var kafka = KafkaServer.start(directory, 0);

        kafka.pause();
        assertThat(kafka.isReady()).isFalse();
        kafka.resume();
        assertThat(kafka.isReady()).isTrue();

        kafka.stop();
        assertThat(kafka.process().identity().isAlive()).isFalse();
    }

    private static void create(KafkaServer kafka) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get(30, SECONDS);
        }
    }

    private static void send(KafkaServer kafka) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "j00000098", "active")).get(30, SECONDS);
        }
    }

    private static String receive(KafkaServer kafka) {
        var settings =
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            return consumer.poll(Duration.ofSeconds(30)).iterator().next().value();
        }
    }
}
