package ma.jazari.gateway.limit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RateLimitTest.Narrow.class)
class RateLimitTest extends GatewayTest {

    private static final AtomicInteger LAST = new AtomicInteger();

    @TestHTTPResource(value = "/", management = true)
    String management;

    // A caller of its own for each test: windows are longer than tests.
    private final String address = "192.0.2." + LAST.incrementAndGet();
    private final String client = "client-" + LAST.incrementAndGet();

    /** Few requests in a long time, and a proxy in front that names addresses. */
    public static final class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    entry("jazari.gateway.rates.window", "1H"),
                    entry("jazari.gateway.upstreams.institutes.response-timeout", "10S"),
                    entry("jazari.gateway.rates.anonymous.default", "5"),
                    entry("jazari.gateway.rates.anonymous.write", "2"),
                    entry("jazari.gateway.rates.anonymous.import", "1"),
                    entry("jazari.gateway.rates.client.default", "20"),
                    entry("jazari.gateway.rates.clients.\"a-large-one\".default", "30"),
                    entry("jazari.gateway.rates.pages", "4"),
                    entry("jazari.gateway.trusted-proxies", "127.0.0.0/8,::1"),
                    entry("quarkus.http.cors.enabled", "true"),
                    entry("quarkus.http.cors.origins", "https://dashboard.example.org"));
        }
    }

    @Test
    void says_in_every_answer_where_the_caller_stands() {
        assertThat(stands(from(address).get("/v1/institutes/echo"))).isEqualTo("\"default\";r=4;t=3600");
        var second = from(address).get("/v1/nothing");

        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(stands(second)).startsWith("\"default\";r=3;t=");
        assertThat(second.header("RateLimit-Policy")).isEqualTo("\"default\";q=5;w=3600");
    }

    @Test
    void answers_429_to_whoever_sends_more_and_asks_no_service() {
        for (int i = 0; i < 5; i++) {
            from(address).get("/v1/institutes/echo").then().statusCode(200);
        }

        var refused =
                from(address).header("Origin", "https://dashboard.example.org").get("/v1/institutes/echo");

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/rate-limited"))
                .body("policy", equalTo("default"))
                .body("detail", containsString("5 requests in 3600 seconds"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3_500, 3_600);
        assertThat(stands(refused)).startsWith("\"default\";r=0;t=");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("https://dashboard.example.org");
        assertThat(network.institutes.requests()).isEqualTo(5);
        from("198.51.100.7").get("/v1/institutes/echo").then().statusCode(200);
    }

    @Test
    void lets_exactly_as_many_pass_when_all_come_at_once() throws Exception {
        var token = network.keycloak.tokenOf(client);
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            Callable<Integer> call =
                    () -> with(token).get("/v1/institutes/echo").statusCode();
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> call).limit(60).toList())) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(status -> status == 200).hasSize(20);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(40);
        assertThat(network.institutes.requests()).isEqualTo(20);
    }

    @Test
    void counts_a_client_wherever_it_comes_from_and_not_against_its_address() {
        for (int i = 0; i < 5; i++) {
            from(address).get("/v1/institutes/echo");
        }
        var token = network.keycloak.tokenOf(client);

        assertThat(stands(with(token).header("X-Forwarded-For", address).get("/v1/institutes/echo")))
                .startsWith("\"default\";r=19;");
        assertThat(stands(with(token).get("/v1/institutes/echo"))).startsWith("\"default\";r=18;");
    }

    @Test
    void gives_one_client_more_than_others() {
        var answer = with(network.keycloak.tokenOf("a-large-one")).get("/v1/institutes/echo");

        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=30;w=3600");
    }

    @Test
    void takes_the_client_from_no_token_but_a_verified_one() {
        for (int i = 0; i < 5; i++) {
            var forged = with(network.keycloak.signedByAnother())
                    .header("X-Forwarded-For", address)
                    .get("/v1/institutes/echo");
            assertThat(forged.statusCode()).isEqualTo(401);
            assertThat(stands(forged)).startsWith("\"default\";r=" + (4 - i));
        }

        with(network.keycloak.signedByAnother())
                .header("X-Forwarded-For", address)
                .get("/v1/institutes/echo")
                .then()
                .statusCode(429);
    }

    @Test
    void allows_fewer_writes_than_reads_and_counts_them_in_both() {
        assertThat(from(address).body("{}").post("/v1/institutes/echo").header("RateLimit"))
                .contains("\"write\";r=1;", "\"default\";r=4;");
        from(address).body("{}").post("/v1/institutes/echo");

        from(address)
                .body("{}")
                .post("/v1/institutes/echo")
                .then()
                .statusCode(429)
                .body("policy", equalTo("write"));
        assertThat(stands(from(address).get("/v1/institutes/echo"))).startsWith("\"default\";r=2;");
    }

    @Test
    void allows_the_fewest_imports() {
        from(address).body("").post("/v1/institutes/import").then().statusCode(200);

        from(address)
                .body("")
                .post("/v1/institutes/import")
                .then()
                .statusCode(429)
                .body("policy", equalTo("import"));
    }

    @Test
    void counts_pages_apart() {
        for (int i = 0; i < 4; i++) {
            from(address).get("/openapi.yaml").then().statusCode(200);
        }

        from(address).get("/openapi.yaml").then().statusCode(429).body("policy", equalTo("pages"));
        from(address).get("/v1/institutes/echo").then().statusCode(200);
    }

    @Test
    void never_counts_the_health_checks_and_counts_whom_it_stopped() {
        for (int i = 0; i < 7; i++) {
            from(address).get("/v1/institutes/echo");
            given().get(management + "health/live").then().statusCode(200);
        }

        given().get(management + "metrics")
                .then()
                .body(containsString("jazari_gateway_limited_total{by=\"address\",policy=\"default\"}"));
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String stands(Response answer) {
        return answer.header("RateLimit");
    }
}
