package ma.jazari.system;

import static ma.jazari.system.Institutes.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import ma.jazari.system.harness.Change;
import ma.jazari.system.harness.Feed;
import ma.jazari.system.harness.FollowedStream;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whoever follows the stream misses nothing and gets nothing twice, whatever is restarted meanwhile. */
@SystemTest
@Order(4)
class ChangeStreamIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> ROUND =
            List.of("institutes-service", "gateway", "partnerships-service", "events-service");

    private final Registry registry;

    ChangeStreamIT(Registry registry) {
        this.registry = registry;
    }

    @Test
    void loses_and_repeats_nothing_through_a_rolling_restart() {
        var feed = Feed.of(registry.as("auditor"));
        var others = Others.of(registry);
        var start = feed.now();

        try (var all = FollowedStream.after(start, registry.as("auditor"));
                var open = FollowedStream.after(start, registry.anonymous())) {
            try (var writing = Writing.to(Institutes.of(registry, new UntilAnswered()))) {
                writing.awaitAnother(3);
                for (var name : ROUND) {
                    registry.part(name).stop();
                    registry.part(name).start();
                    writing.awaitAnother(3);
                    awaitThatAllAnswer();
                    others.partner(uniqueName("Partenaire diffusé"));
                    others.published(others.seminar(uniqueName("Séminaire diffusé")));
                }
                writing.end();
            }
            awaitAllOf(all, feed, start);
            awaitAllOf(open, Feed.of(registry.anonymous()), start);
            assertThat(all.connections()).isGreaterThan(1);
        }
    }

    /** The gateway leaves a service alone for a while that has failed. */
    private void awaitThatAllAnswer() {
        for (var path : List.of("/v1/partners", "/v1/program-events")) {
            new UntilAnswered().carryOut(() -> registry.anonymous().get(path)).expect(200);
        }
    }

    private static void awaitAllOf(FollowedStream stream, Feed feed, String start) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(stream.cursors())
                .isEqualTo(feed.after(start).stream().map(Change::cursor).toList()));
    }
}
