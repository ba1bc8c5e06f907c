package ma.jazari.localstack.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.jazari.localstack.LocalStackException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the contract: full state by record id, compacted; what is not public and what could not be handled apart. */
public record KafkaTopics(String bootstrapServers) {

    private static final List<String> RECORDS = List.of(
            "institutes",
            "change-suggestions",
            "partners",
            "conventions",
            "party-keys",
            "programmes",
            "program-events",
            "registrations",
            "webhooks",
            "partner-clients",
            "institute-administrators");
    private static final int PARTITIONS = 6;
    private static final short ONE_BROKER = 1;
    private static final int PATIENCE_SECONDS = 60;
    // Room for the largest record that the change log takes.
    private static final String MAX_MESSAGE_BYTES = "5000000";

    static List<NewTopic> all() {
        var topics = new ArrayList<NewTopic>();
        for (var record : RECORDS) {
            for (var topic : List.of("jazari." + record, "jazari." + record + ".restricted")) {
                topics.add(new NewTopic(topic, PARTITIONS, ONE_BROKER)
                        .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", MAX_MESSAGE_BYTES)));
                topics.add(new NewTopic(topic + ".dead-letter", 1, ONE_BROKER)
                        .configs(Map.of("max.message.bytes", MAX_MESSAGE_BYTES)));
            }
        }
        return topics;
    }

    /** Makes those that are not there. */
    public void create() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var present = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var missing = all().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Making the topics was interrupted", interruption);
        } catch (ExecutionException | TimeoutException failure) {
            throw new LocalStackException("Kafka did not make the topics: " + failure.getMessage(), failure);
        }
    }
}
