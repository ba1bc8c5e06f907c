package ma.jazari.gateway.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import ma.jazari.gateway.network.GatewayTest;
import ma.jazari.gateway.network.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RequestWatchTest.Logged.class)
class RequestWatchTest extends GatewayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private final Lines lines = new Lines();

    /** With the access log, and room for one client in the metrics. */
    public static final class Logged implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "jazari.gateway.observe.access-log", "true",
                    "jazari.gateway.observe.clients", "1");
        }
    }

    @BeforeEach
    void listen() {
        Logger.getLogger(AccessLog.NAME).addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger(AccessLog.NAME).removeHandler(lines);
    }

    @Test
    void writes_a_line_that_says_who_asked_for_what_and_how_it_went() throws IOException {
        given().header("Authorization", "Bearer " + network.keycloak.tokenOf("partner-demo"))
                .header("X-Request-Id", "my-request-7")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .body("12345")
                .post("/v1/institutes/echo");

        var line = lines.next();
        assertThat(line.path("log").asText()).isEqualTo("access");
        assertThat(line.path("method").asText()).isEqualTo("POST");
        assertThat(line.path("path").asText()).isEqualTo("/v1/institutes/echo");
        assertThat(line.path("route").asText()).isEqualTo("institutes-service");
        assertThat(line.path("kind").asText()).isEqualTo("write");
        assertThat(line.path("client").asText()).isEqualTo("partner-demo");
        assertThat(line.path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.path("outcome").asText()).isEqualTo("ok");
        assertThat(line.path("bytesIn").asInt()).isEqualTo(5);
        assertThat(line.path("bytesOut").asInt()).isPositive();
        assertThat(line.path("millis").asDouble()).isPositive();
        assertThat(line.path("requestId").asText()).isEqualTo("my-request-7");
        assertThat(line.path("traceId").asText()).isEqualTo(TRACE);
        assertThat(line.has("problem")).isFalse();
    }

    @Test
    void leaves_out_the_key_of_a_link_and_everything_else_that_is_secret() throws IOException {
        var token = network.keycloak.signedByAnother();

        given().header("Authorization", "Bearer " + token).get("/v1/registrations/1?key=fw3Vn0-7Yq");

        var line = lines.next();
        assertThat(line.path("path").asText()).isEqualTo("/v1/registrations/1");
        assertThat(line.path("client").asText()).isEqualTo("anonymous");
        assertThat(line.path("outcome").asText()).isEqualTo("refused");
        assertThat(line.path("problem").asText()).isEqualTo("unauthenticated");
        assertThat(line.toString()).doesNotContain("fw3Vn0-7Yq", token);
    }

    @Test
    void writes_a_line_for_what_was_refused_before_anything_was_known() throws IOException {
        RawHttp.exchange("GET /v1/..;/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        var line = lines.next();
        assertThat(line.path("kind").asText()).isEqualTo("none");
        assertThat(line.path("status").asInt()).isEqualTo(400);
        assertThat(line.path("problem").asText()).isEqualTo("invalid-request");
    }

    @Test
    void says_that_an_answer_was_cut() throws IOException {
        RawHttp.exchange("GET /v1/institutes/cut HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(lines.next().path("outcome").asText()).isEqualTo("cut");
    }

    @Test
    void counts_by_route_client_and_outcome_and_not_without_end() {
        for (var client : new String[] {"partner-demo", "partner-2", "partner-3"}) {
            given().header("Authorization", "Bearer " + network.keycloak.tokenOf(client))
                    .get("/v1/institutes/echo");
        }
        given().get("/nothing/7");

        await().untilAsserted(() -> given().get(metrics)
                .then()
                .body(containsString("jazari_gateway_requests_seconds_count{client=\"other\",kind=\"read\","
                        + "outcome=\"ok\",route=\"institutes-service\"}"))
                .body(containsString("jazari_gateway_requests_seconds_count{client=\"anonymous\",kind=\"page\","
                        + "outcome=\"refused\",route=\"gateway\"}"))
                .body(not(containsString("partner-3"))));
    }

    /** What is written to the access log. */
    private static final class Lines extends Handler {

        private final Queue<String> written = new ConcurrentLinkedQueue<>();

        JsonNode next() throws IOException {
            await().until(() -> !written.isEmpty());
            return JSON.readTree(written.remove());
        }

        @Override
        public void publish(LogRecord line) {
            written.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
