package ma.jazari.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import ma.jazari.localstack.stack.Part;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The network on one page, which never goes blank. */
@SystemTest
@Order(6)
class OverviewIT {

    // A part's five seconds and the second that a service has for it.
    private static final Duration BOUND = Duration.ofSeconds(7);

    private final Registry registry;
    private final Part events;

    OverviewIT(Registry registry) {
        this.registry = registry;
        this.events = registry.part("events-service");
    }

    @AfterEach
    void bring_it_back() {
        events.start();
    }

    @Test
    void counts_an_institute_soon_after_it_is_admitted() {
        await().atMost(BOUND).until(() -> overview().path("unreachable").isEmpty());
        long before = total();
        long inFes = overview().at("/institutes/byRegion/MA-03").asLong();

        Institutes.of(registry).active(Institutes.uniqueName("Institut"));

        await().atMost(BOUND).until(() -> total() > before);
        assertThat(overview().at("/institutes/byRegion/MA-03").asLong()).isGreaterThan(inFes);
        assertThat(overview().at("/institutes/byRegion")).hasSize(12);
    }

    @Test
    void answers_without_a_service_that_is_killed_and_names_it() {
        await().atMost(BOUND).until(() -> overview().path("unreachable").isEmpty());
        var shown = overview().path("programEvents");

        events.kill();

        await().atMost(BOUND)
                .until(() -> overview().path("unreachable").toString().equals("[\"events-service\"]"));
        assertThat(overview().path("programEvents")).isEqualTo(shown);
        assertThat(overview().at("/stale/0/service").asText()).isEqualTo("events-service");
        assertThat(total()).isPositive();

        events.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> overview().path("unreachable").isEmpty());
        assertThat(overview().path("stale")).isEmpty();
    }

    private long total() {
        return overview().at("/institutes/total").asLong();
    }

    private JsonNode overview() {
        return registry.anonymous().get("/v1/overview").expect(200).json();
    }
}
