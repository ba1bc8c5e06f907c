package ma.jazari.system;

import static org.assertj.core.api.Assertions.assertThat;

import ma.jazari.localstack.stack.Part;
import ma.jazari.system.harness.Feed;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A service that is killed loses nothing that it answered, and does nothing twice for clients that ask again. */
@SystemTest
@Order(5)
class KilledServiceIT {

    private final Registry registry;
    private final Part service;
    private final Part kafka;

    KilledServiceIT(Registry registry) {
        this.registry = registry;
        this.service = registry.part("institutes-service");
        this.kafka = registry.part("kafka");
    }

    @AfterEach
    void bring_them_back() {
        kafka.start();
        service.start();
    }

    @Test
    void nothing_is_lost_or_done_twice_when_a_service_is_killed_again_and_again() {
        var client = new UntilAnswered();
        var start = Feed.of(registry.as("auditor")).now();

        Outcome outcome;
        try (var writing = Writing.to(Institutes.of(registry, client))) {
            for (int i = 0; i < 2; i++) {
                writing.awaitAnother(6);
                service.kill();
                service.start();
            }
            writing.awaitAnother(6);
            outcome = new Outcome(registry, writing.end());
            outcome.nothingIsThereTwice(writing.word());
        }

        assertThat(client.repeated()).as("attempts in vain").isPositive();
        allHolds(outcome, start);
    }

    @Test
    void what_was_committed_and_not_yet_published_at_the_kill_is_published_later() {
        var client = new UntilAnswered();
        var start = Feed.of(registry.as("auditor")).now();

        Outcome outcome;
        try (var writing = Writing.to(Institutes.of(registry, client))) {
            writing.awaitAnother(3);
            kafka.kill();
            writing.awaitAnother(10);
            assertThat(registry.unpublishedInstitutes()).isGreaterThanOrEqualTo(40);
            service.kill();
            service.start();
            writing.awaitAnother(6);
            kafka.start();
            writing.awaitAnother(3);
            outcome = new Outcome(registry, writing.end());
            outcome.nothingIsThereTwice(writing.word());
        }

        assertThat(client.repeated()).as("attempts in vain").isPositive();
        allHolds(outcome, start);
    }

    private static void allHolds(Outcome outcome, String start) {
        outcome.everyChangeIsPublishedInOrder();
        outcome.theFeedHasEveryChangeOnce(start);
        outcome.everyHistoryVerifies();
        outcome.partnershipsKnowsTheLastState();
    }
}
