package ma.jazari.platform.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The registry's topics, as every installation has them. */
final class Topics {

    private static final List<String> PUBLIC = List.of(
            "jazari.institutes",
            "jazari.change-suggestions",
            "jazari.partners",
            "jazari.conventions",
            "jazari.party-keys",
            "jazari.programmes",
            "jazari.program-events",
            "jazari.registrations",
            "jazari.webhooks",
            "jazari.partner-clients",
            "jazari.institute-administrators");
    private static final int PARTITIONS = 6;
    private static final short ONE_BROKER = 1;

    private Topics() {}

    static void create(String bootstrapServers) {
        var topics = PUBLIC.stream()
                .flatMap(topic -> Stream.of(topic, topic + ".restricted"))
                .flatMap(topic -> Stream.of(
                        new NewTopic(topic, PARTITIONS, ONE_BROKER)
                                .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", "5000000")),
                        new NewTopic(topic + ".dead-letter", 1, ONE_BROKER)
                                .configs(Map.of("max.message.bytes", "5000000"))))
                .toList();
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("topics not created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
