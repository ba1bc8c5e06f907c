package ma.jazari.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import ma.jazari.gateway.network.GatewayTest;
import ma.jazari.gateway.network.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FailureTest extends GatewayTest {

    @Test
    void says_503_and_when_to_try_again_while_a_service_is_down() {
        network.institutes.close();

        problem("/v1/institutes/echo", 503, "unavailable").header("Retry-After", notNullValue());
        given().get("/v1/partners/echo").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "garbage"})
    void says_502_when_a_service_gives_no_usable_answer(String behaviour) {
        problem("/v1/institutes/" + behaviour, 502, "bad-gateway");
    }

    @Test
    void says_504_when_a_service_does_not_answer_in_time_and_gives_up_on_it() {
        problem("/v1/institutes/silent", 504, "gateway-timeout");

        await().untilAsserted(() -> assertThat(network.institutes.abandoned()).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "stall"})
    void cuts_the_answer_that_a_service_did_not_finish(String behaviour) {
        assertThatException()
                .isThrownBy(() -> given().get("/v1/institutes/" + behaviour).asByteArray());
    }

    @Test
    void never_ends_a_chunked_answer_that_a_service_did_not_end() throws IOException {
        var answer = RawHttp.exchange("GET /v1/institutes/cut-chunked HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(answer).contains("only this").doesNotContain("\r\n0\r\n");
    }

    @Test
    void lets_go_of_the_service_when_the_client_is_gone() throws IOException {
        try (var client = new RawHttp()) {
            client.send("GET /v1/partners/silent HTTP/1.1\r\nHost: a\r\n\r\n");
            await().until(() -> network.partnerships.requests() == 1);
        }

        await().until(() -> network.partnerships.abandoned() == 1);
    }

    @Test
    void passes_on_an_answer_that_comes_before_the_body_is_complete() throws IOException {
        try (var client = new RawHttp()) {
            client.send("POST /v1/institutes/early HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nbegin");

            assertThat(client.until("no")).startsWith("HTTP/1.1 409");
        }
        await().until(() -> network.institutes.abandoned() == 1);
    }

    @Test
    void says_408_when_a_body_stops_arriving() throws IOException {
        try (var client = new RawHttp()) {
            client.send("POST /v1/institutes/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nbegin");

            assertThat(client.until("requestId")).startsWith("HTTP/1.1 408").contains("/problems/request-timeout");
        }
        await().until(() -> network.institutes.abandoned() == 1);
    }

    private ValidatableResponse problem(String path, int status, String slug) {
        return given().get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", containsString("/problems/" + slug))
                .body("instance", containsString(path))
                .body("requestId", notNullValue());
    }
}
