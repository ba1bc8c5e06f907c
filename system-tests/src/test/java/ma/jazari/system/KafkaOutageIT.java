package ma.jazari.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import ma.jazari.localstack.stack.Part;
import ma.jazari.system.harness.Feed;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Writes go on while Kafka is away; once it is back, every change arrives, in order. */
@SystemTest
@Order(4)
class KafkaOutageIT {

    private final Registry registry;

    KafkaOutageIT(Registry registry) {
        this.registry = registry;
    }

    @AfterEach
    void bring_kafka_back() {
        registry.part("kafka").start();
    }

    @Test
    void nothing_is_lost_while_kafka_is_stopped_for_a_while() {
        writesGoOnWhile(Part::stop);
    }

    @Test
    void nothing_is_lost_when_kafka_is_killed() {
        writesGoOnWhile(Part::kill);
    }

    private void writesGoOnWhile(Consumer<Part> goesAway) {
        var kafka = registry.part("kafka");
        var start = Feed.of(registry.as("auditor")).now();

        Outcome outcome;
        try (var writing = Writing.to(Institutes.of(registry))) {
            writing.awaitAnother(5);
            goesAway.accept(kafka);
            writing.awaitAnother(25);
            assertThat(registry.unpublishedInstitutes()).isGreaterThanOrEqualTo(100);
            kafka.start();
            writing.awaitAnother(5);
            outcome = new Outcome(registry, writing.end());
        }

        outcome.everyChangeIsPublishedInOrder();
        outcome.theFeedHasEveryChangeOnce(start);
        outcome.partnershipsKnowsTheLastState();
    }
}
