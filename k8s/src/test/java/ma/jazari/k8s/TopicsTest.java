package ma.jazari.k8s;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The topics of production, against the contract. */
class TopicsTest {

    private static final String DEAD_LETTER = ".dead-letter";

    private final Resources resources = Resources.of(Overlay.PRODUCTION);

    @Test
    void are_those_of_the_contract() throws IOException {
        var topics = topics();

        for (var channel : channels()) {
            var kafka = channel.at("/bindings/kafka");
            var name = kafka.path("topic").asText();
            assertThat(topics).containsKey(name);
            var topic = Objects.requireNonNull(topics.get(name));
            assertThat(topic.getSpec().getPartitions())
                    .isEqualTo(kafka.path("partitions").asInt());
            assertThat(topic.getSpec().getConfig())
                    .containsEntry(
                            "cleanup.policy",
                            kafka.at("/topicConfiguration/cleanup.policy/0").asText());
        }
    }

    @Test
    void survive_a_broker_and_have_a_place_for_what_cannot_be_handled() {
        var kafka = resources.of(Kafka.class).findFirst().orElseThrow();
        var topics = topics();

        assertThat(kafka.getSpec().getKafka().getConfig()).containsEntry("auto.create.topics.enable", false);
        assertThat(topics).allSatisfy((name, topic) -> {
            assertThat(topic.getSpec().getReplicas()).isEqualTo(3);
            assertThat(topic.getSpec().getConfig()).containsEntry("min.insync.replicas", 2);
            if (!name.endsWith(DEAD_LETTER)) {
                assertThat(topics).containsKey(name + DEAD_LETTER);
            }
        });
    }

    @Test
    void are_written_by_the_service_that_owns_them_alone() {
        var writers = topics().keySet().stream()
                .filter(topic -> !topic.endsWith(DEAD_LETTER))
                .collect(toMap(topic -> topic, this::writers));

        assertThat(writers)
                .allSatisfy((topic, users) -> assertThat(users).as(topic).hasSize(1));
    }

    @Test
    void are_all_that_users_are_let_at() {
        var topics = topics().keySet();

        assertThat(resources
                        .of(KafkaUser.class)
                        .flatMap(user -> rules(user).stream())
                        .filter(rule -> rule.resource() instanceof AclRuleTopicResource)
                        .map(rule -> ((AclRuleTopicResource) rule.resource()).getName()))
                .isNotEmpty()
                .allMatch(topics::contains);
    }

    private List<String> writers(String topic) {
        return resources
                .of(KafkaUser.class)
                .filter(user -> rules(user).stream().anyMatch(rule -> rule.mayWrite(topic)))
                .map(user -> user.getMetadata().getName())
                .toList();
    }

    private record Rule(Object resource, List<String> operations) {

        boolean mayWrite(String topic) {
            return operations.contains("Write")
                    && resource instanceof AclRuleTopicResource named
                    && named.getName().equals(topic);
        }
    }

    private static List<Rule> rules(KafkaUser user) {
        var authorization = (KafkaUserAuthorizationSimple) user.getSpec().getAuthorization();
        return authorization.getAcls().stream()
                .map(acl -> new Rule(
                        acl.getResource(),
                        acl.getOperations().stream()
                                .map(operation -> operation.toValue())
                                .toList()))
                .toList();
    }

    private Map<String, KafkaTopic> topics() {
        return resources.of(KafkaTopic.class).collect(toMap(TopicsTest::name, topic -> topic));
    }

    private static String name(HasMetadata resource) {
        return resource.getMetadata().getName();
    }

    private static List<JsonNode> channels() throws IOException {
        return new YAMLMapper()
                        .readTree(Repository.file("contracts/asyncapi/jazari.yaml")
                                .toFile())
                        .path("channels")
                        .properties()
                        .stream()
                        .map(Map.Entry::getValue)
                        .filter(channel -> channel.path("bindings").has("kafka"))
                        .collect(Collectors.toList());
    }
}
