package ma.jazari.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class KafkaTopicsTest {

    @Test
    void are_those_of_the_contract() {
        assertThat(KafkaTopics.all())
                .hasSize(44)
                .extracting(NewTopic::name)
                .contains(
                        "jazari.institutes",
                        "jazari.institutes.dead-letter",
                        "jazari.party-keys",
                        "jazari.conventions.restricted",
                        "jazari.conventions.restricted.dead-letter",
                        "jazari.webhooks.restricted",
                        "jazari.partner-clients.restricted",
                        "jazari.institute-administrators.restricted")
                .doesNotHaveDuplicates();
    }

    @Test
    void keep_the_last_state_of_every_record_and_every_dead_letter() {
        for (var topic : KafkaTopics.all()) {
            var deadLetter = topic.name().endsWith(".dead-letter");

            assertThat(topic.numPartitions()).isEqualTo(deadLetter ? 1 : 6);
            assertThat(topic.configs().get("cleanup.policy")).as(topic.name()).isEqualTo(deadLetter ? null : "compact");
            assertThat(topic.configs()).as(topic.name()).containsEntry("max.message.bytes", "5000000");
        }
    }
}
