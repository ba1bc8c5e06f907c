package ma.jazari.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WaitingTest.OneConnection.class)
class WaitingTest extends GatewayTest {

    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    /** Requests have to wait for each other. */
    public static final class OneConnection implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "jazari.gateway.upstreams.institutes.connections", "1",
                    "jazari.gateway.upstreams.institutes.wait-timeout", "200ms",
                    "jazari.gateway.upstreams.partnerships.connections", "1",
                    "jazari.gateway.upstreams.partnerships.connect-timeout", "200ms");
        }
    }

    @Test
    void waits_for_a_connection_longer_than_for_the_network() {
        var first = held("/v1/partners/echo");
        await().until(() -> network.partnerships.requests() == 1);
        var second = status(() -> given().get("/v1/partners/echo").statusCode());

        await().during(Duration.ofMillis(800)).until(() -> !second.isDone());
        network.partnerships.release();

        assertThat(first.join()).isEqualTo(200);
        assertThat(second.join()).isEqualTo(200);
    }

    @Test
    void says_503_to_whoever_has_waited_too_long() {
        var first = status(() -> given().header("X-Hold", "1")
                .body("")
                .post("/v1/institutes/import")
                .statusCode());
        await().until(() -> network.institutes.requests() == 1);

        given().get("/v1/institutes/echo")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("detail", containsString("institutes-service has too much to do"));
        assertThat(network.institutes.requests()).isEqualTo(1);
        network.institutes.release();

        assertThat(first.join()).isEqualTo(200);
    }

    @Test
    void has_more_patience_with_what_is_done_in_bulk() {
        var bulk = status(() -> given().header("X-Hold", "1")
                .body("")
                .post("/v1/institutes/import")
                .statusCode());

        await().during(Duration.ofMillis(1_500)).until(() -> !bulk.isDone());
        network.institutes.release();

        assertThat(bulk.join()).isEqualTo(200);
    }

    private static CompletableFuture<Integer> held(String path) {
        return status(() -> given().header("X-Hold", "1").get(path).statusCode());
    }

    private static CompletableFuture<Integer> status(Supplier<Integer> call) {
        return CompletableFuture.supplyAsync(call, THREADS);
    }
}
