package ma.jazari.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EdgeTest extends GatewayTest {

    @TestHTTPResource(value = "/", management = true)
    String management;

    @ParameterizedTest
    @ValueSource(strings = {"/v1/institutes/echo", "/v1/nothing", "/nothing", "/v1/changes", "/openapi.json", "/docs"})
    void makes_browsers_careful_with_every_answer(String path) {
        var answer = given().get(path);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.headers().hasHeaderWithName("Server")).isFalse();
        assertThat(answer.headers().hasHeaderWithName("Strict-Transport-Security"))
                .isFalse();
    }

    @Test
    void refuses_headers_and_addresses_that_are_too_large() {
        given().header("X-Large", "a".repeat(40_000))
                .get("/v1/institutes/echo")
                .then()
                .statusCode(431)
                .body("type", equalTo("/problems/headers-too-large"));
        given().get("/v1/institutes/echo?q=" + "a".repeat(9_000))
                .then()
                .statusCode(414)
                .body("type", equalTo("/problems/uri-too-long"));
    }

    @Test
    void answers_no_other_origin_unless_it_is_configured() {
        var answer = given().header("Origin", "https://elsewhere.example.org").get("/v1/institutes/echo");

        assertThat(answer.headers().hasHeaderWithName("Access-Control-Allow-Origin"))
                .isFalse();
    }

    @Test
    void is_ready_with_a_dead_service_and_names_it() {
        network.events.close();

        given().get(management + "health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'services' }.data.'events-service'", equalTo("DOWN"))
                .body("checks.find { it.name == 'services' }.data.'institutes-service'", equalTo("UP"))
                .body("checks.find { it.name == 'token-keys' }.status", equalTo("UP"));
    }

    @Test
    void counts_requests_by_collection_and_not_by_record() {
        given().get("/v1/institutes/j00000000/echo");
        given().get("/v1/nothing/7");

        given().get(management + "metrics")
                .then()
                .body(containsString("uri=\"/v1/institutes/{rest}\""))
                .body(not(containsString("j00000000")))
                .body(not(containsString("/v1/nothing/7")));
    }
}
