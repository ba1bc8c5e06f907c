package ma.jazari.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import ma.jazari.gateway.network.GatewayTest;
import ma.jazari.gateway.network.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LoadSheddingTest.Two.class)
class LoadSheddingTest extends GatewayTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    @Inject
    MeterRegistry metrics;

    /** No more than two requests at once. */
    public static final class Two implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("jazari.gateway.limits.requests", "2");
        }
    }

    // Whatever happened to a request, its place is free again: none is lost over time.
    @AfterEach
    void has_nothing_under_way() {
        await().until(() -> metrics.get("jazari.gateway.under.way").gauge().value() == 0);
    }

    @Test
    void turns_away_at_once_what_is_too_much_and_serves_the_rest() throws IOException {
        try (var one = held();
                var two = held()) {
            await().until(() -> network.partnerships.requests() == 2);

            given().get("/v1/institutes/echo")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .contentType("application/problem+json")
                    .body("detail", containsString("too much to do"));
            given().get(ready).then().statusCode(200);
            network.partnerships.release();

            assertThat(one.until("partnerships")).startsWith("HTTP/1.1 200");
            assertThat(two.until("partnerships")).startsWith("HTTP/1.1 200");
        }
        await().untilAsserted(() -> given().get("/v1/institutes/echo").then().statusCode(200));
        assertThat(network.institutes.requests()).isEqualTo(1);
    }

    @Test
    void has_room_again_when_a_client_leaves() throws IOException {
        var one = held();
        await().until(() -> network.partnerships.requests() == 1);
        assertThat(metrics.get("jazari.gateway.under.way").gauge().value()).isEqualTo(1);

        one.close();
    }

    @Test
    void has_room_again_when_an_answer_is_cut() throws IOException {
        assertThat(RawHttp.exchange("GET /v1/institutes/cut HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains("only this");
    }

    @Test
    void has_room_again_when_a_stream_of_http_2_is_left() throws Exception {
        var uri = URI.create("http://localhost:" + RestAssured.port + "/v1/partners/large");
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream())
                    .body()
                    .close();
        }
    }

    @Test
    void has_room_again_when_a_body_is_too_large() throws IOException {
        try (var client = new RawHttp()) {
            client.send("POST /v1/institutes/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n");
            assertThat(client.until("requestId")).startsWith("HTTP/1.1 413");
        }
    }

    private static RawHttp held() throws IOException {
        return new RawHttp().send("GET /v1/partners/echo HTTP/1.1\r\nHost: a\r\nX-Hold: 1\r\n\r\n");
    }
}
