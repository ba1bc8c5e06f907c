package ma.jazari.gateway.cache;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jazari.gateway.network.FakeService;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CacheTest.On.class)
class CacheTest extends GatewayTest {

    private static final String LAST = "/internal/changes/last";
    private static final String PUBLIC =
            "Cache-Control: public, max-age=60\r\nVary: Accept, Accept-Language, Authorization\r\n";
    private static final AtomicInteger COUNT = new AtomicInteger();

    // Of its own for each test.
    private final String path = "/v1/institutes/record-" + COUNT.incrementAndGet();

    @BeforeEach
    void nothingHappens() {
        network.services().forEach(service -> lastChange(service, 7));
        network.institutes.answers(
                path, "200 OK", "application/json", "{\"version\": 1}", PUBLIC + "ETag: \"1-a\"\r\n");
        await().atMost(10, SECONDS).until(() -> {
            read("/v1/institutes/warm-up");
            return network.institutes.requests(LAST) > 1;
        });
    }

    @Test
    void gives_a_public_answer_again_without_asking() {
        untilKept();
        int asked = network.institutes.requests(path);

        var again = read(path);

        assertThat(again.asString()).isEqualTo("{\"version\": 1}");
        assertThat(again.header("Cache-Status")).startsWith("jazari; hit; ttl=");
        assertThat(again.header("Age")).matches("[0-9]+");
        assertThat(again.header("ETag")).isEqualTo("\"1-a\"");
        assertThat(again.header("RateLimit")).isNotNull();
        assertThat(again.header("X-Request-Id")).isNotNull();
        assertThat(network.institutes.requests(path)).isEqualTo(asked);
    }

    @Test
    void asks_again_once_something_has_happened_to_the_service() {
        untilKept();

        network.institutes.answers(path, "200 OK", "application/json", "{\"version\": 2}", PUBLIC);
        assertThat(read(path).asString()).isEqualTo("{\"version\": 1}");
        lastChange(network.institutes, 8);

        await().atMost(2, SECONDS).until(() -> read(path).asString().equals("{\"version\": 2}"));
    }

    @Test
    void shows_at_once_what_was_written_through_this_gateway() {
        untilKept();
        network.institutes.answers(path, "200 OK", "application/json", "{\"version\": 2}", PUBLIC);

        given().post("/v1/institutes/match").then().statusCode(200);
        assertThat(read(path).asString()).as("a question changes nothing").isEqualTo("{\"version\": 1}");

        given().post(path + "/transitions").then().statusCode(200);
        assertThat(read(path).asString()).isEqualTo("{\"version\": 2}");
    }

    @Test
    void does_not_mind_what_happens_to_other_services() {
        untilKept();
        int asked = network.institutes.requests(path);
        lastChange(network.events, 8);
        int heard = network.events.requests(LAST);
        await().atMost(10, SECONDS).until(() -> network.events.requests(LAST) > heard + 1);

        assertThat(read(path).header("Cache-Status")).contains("hit");
        assertThat(network.institutes.requests(path)).isEqualTo(asked);
    }

    @Test
    void asks_for_whoever_has_a_token_a_cookie_or_a_key() {
        untilKept();
        int asked = network.institutes.requests(path);

        var personal = Map.of(
                "Authorization", "Bearer " + network.keycloak.token(), "Cookie", "a=b", "X-Registration-Key", "k");
        personal.forEach((name, value) -> assertThat(
                        given().header(name, value).get(path).header("Cache-Status"))
                .isEqualTo("jazari; fwd=bypass"));

        assertThat(network.institutes.requests(path)).isEqualTo(asked + 3);
    }

    @Test
    void never_keeps_what_is_not_for_everybody() {
        for (var headers : new String[] {
            "",
            "Cache-Control: private, max-age=60\r\n",
            "Cache-Control: no-cache\r\n",
            "Cache-Control: public, no-store, max-age=60\r\n",
            "Cache-Control: public, max-age=0\r\n",
            PUBLIC + "Set-Cookie: a=b\r\n",
            "Cache-Control: public, max-age=60\r\nVary: X-Else\r\n",
            "Cache-Control: public, max-age=60\r\nVary: *\r\n"
        }) {
            network.institutes.answers(path, "200 OK", "application/json", "{}", headers);
            int asked = network.institutes.requests(path);
            for (int i = 0; i < 3; i++) {
                assertThat(read(path).header("Cache-Status")).as(headers).contains("fwd=");
            }
            assertThat(network.institutes.requests(path)).isEqualTo(asked + 3);
        }
    }

    @Test
    void never_keeps_a_refusal() {
        network.institutes.answers(path, "404 Not Found", "application/problem+json", "{}", PUBLIC);

        for (int i = 0; i < 3; i++) {
            assertThat(read(path).header("Cache-Status")).isEqualTo("jazari; fwd=miss");
        }
    }

    @Test
    void keeps_each_language_and_each_query_apart() {
        untilKept();

        assertThat(given().header("Accept-Language", "ar").get(path).header("Cache-Status"))
                .isEqualTo("jazari; fwd=miss");
        assertThat(read(path + "?lang=ar").header("Cache-Status")).isEqualTo("jazari; fwd=miss");
        assertThat(given().header("Accept", "text/csv").get(path).header("Cache-Status"))
                .isEqualTo("jazari; fwd=miss");
    }

    @Test
    void lets_pass_what_is_too_large_to_be_kept() {
        network.institutes.answers(path, "200 OK", "text/plain", "x".repeat(5_000), PUBLIC);

        for (int i = 0; i < 3; i++) {
            var answer = read(path);
            assertThat(answer.header("Cache-Status")).contains("fwd=miss");
            assertThat(answer.asString()).hasSize(5_000);
        }
    }

    @Test
    void tells_a_client_that_it_has_the_answer_whether_it_is_kept_or_not() {
        var first = given().header("If-None-Match", "\"1-a\"").get(path);
        assertThat(first.statusCode()).isEqualTo(304);
        assertThat(first.header("Cache-Status")).isEqualTo("jazari; fwd=miss");

        var second = given().header("If-None-Match", "W/\"1-a\"").get(path);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.header("Cache-Status")).contains("hit");
        assertThat(given().header("If-None-Match", "\"1-b\"").get(path).asString())
                .isEqualTo("{\"version\": 1}");
    }

    @Test
    void answers_head_of_what_get_has_brought() {
        untilKept();

        var head = given().head(path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("14");
        assertThat(head.header("Cache-Status")).contains("hit");
    }

    @Test
    void asks_for_a_client_that_wants_it_new() {
        untilKept();

        assertThat(given().header("Cache-Control", "no-cache").get(path).header("Cache-Status"))
                .isEqualTo("jazari; fwd=request");
    }

    @Test
    void tells_the_truth_about_a_service_that_is_down_once_the_bound_is_over() {
        untilKept();

        network.institutes.close();

        await().atMost(5, SECONDS).until(() -> read(path).statusCode() == 503);
    }

    private void untilKept() {
        await().atMost(10, SECONDS).until(() -> {
            var status = read(path).header("Cache-Status");
            return status != null && status.contains("hit");
        });
    }

    private static Response read(String path) {
        return given().get(path);
    }

    private static void lastChange(FakeService service, long seq) {
        service.answers(LAST, "200 OK", "text/plain", String.valueOf(seq));
    }

    /** With a cache of small answers. */
    public static final class On implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "jazari.gateway.cache.enabled", "true",
                    "jazari.gateway.cache.bound", "1S",
                    "jazari.gateway.cache.entry", "4K",
                    "jazari.gateway.stream.pulse", "100ms",
                    "jazari.gateway.upstreams.institutes.response-timeout", "10S");
        }
    }
}
