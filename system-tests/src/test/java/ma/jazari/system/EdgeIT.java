package ma.jazari.system;

import static ma.jazari.system.Institutes.path;
import static ma.jazari.system.Institutes.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Messages;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the gateway answers itself, and what it carries through. */
@SystemTest
@Order(3)
class EdgeIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Registry registry;

    EdgeIT(Registry registry) {
        this.registry = registry;
    }

    @Test
    void says_at_once_that_a_service_is_away_and_serves_the_others() {
        var partnerships = registry.part("partnerships-service");
        var anonymous = registry.anonymous();

        partnerships.stop();
        try {
            var begun = System.nanoTime();
            var refused = anonymous.get("/v1/partners").expectProblem(503, "unavailable");
            var feed = anonymous.get("/v1/changes").expectProblem(503, "unavailable");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
            assertThat(refused.text("/detail")).contains("partnerships-service");
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(feed.elements("/unreachable"))
                    .extracting(service -> service.asText())
                    .containsExactly("partnerships-service");
            anonymous.get("/v1/institutes").expect(200);
            anonymous.get("/v1/calendars/network.ics").expect(200);
        } finally {
            partnerships.start();
        }

        // The gateway looks four times a second whether a service that failed is back.
        await().atMost(SOON).untilAsserted(() -> anonymous.get("/v1/partners").expect(200));
        anonymous.get("/v1/changes").expect(200);
    }

    @Test
    void knows_what_is_not_there() {
        registry.anonymous().get("/v1/palaces").expectProblem(404, "not-found");
        registry.anonymous().get("/elsewhere").expectProblem(404, "not-found");
        registry.anonymous().get("/problems/no-such-problem").expectProblem(404, "not-found");
    }

    @Test
    void refuses_tokens_that_keycloak_did_not_give() {
        var genuine = registry.stack().token("auditor");
        var forged = genuine.substring(0, genuine.lastIndexOf('.')) + ".c2lnbmVkIGJ5IG5vYm9keQ";

        for (var authorization : List.of("Bearer nonsense", "Bearer " + forged, "Basic YTpi")) {
            var answer = registry.anonymous()
                    .with("Authorization", authorization)
                    .get("/v1/institutes")
                    .expectProblem(401, "unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        registry.anonymous()
                .with("Authorization", "Bearer " + genuine)
                .get("/v1/institutes")
                .expect(200);
    }

    @Test
    void serves_the_description_its_reader_and_the_pages_of_problems() {
        var json = get("/openapi.json", "application/json").json();

        assertThat(json.path("openapi").asText()).startsWith("3.1");
        assertThat(json.path("paths").properties())
                .extracting(path -> path.getKey())
                .contains("/v1/institutes", "/v1/partners", "/v1/conventions", "/v1/program-events", "/v1/changes");
        assertThat(get("/openapi.yaml", "application/yaml").body()).contains("openapi: ");
        assertThat(get("/docs", "text/html").body()).contains("<script");
        assertThat(get("/problems/not-found", "text/html").body()).contains("not-found");
    }

    private Answer get(String path, String mediaType) {
        var answer = registry.anonymous().get(path).expect(200);
        assertThat(answer.header("Content-Type")).startsWith(mediaType);
        return answer;
    }

    @Test
    void makes_browsers_careful_with_every_answer() {
        for (var path : List.of("/v1/institutes", "/v1/palaces", "/v1/changes", "/docs")) {
            var answer = registry.anonymous().get(path);
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("default-src 'none'");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
        }
    }

    @Test
    void follows_a_request_by_its_id_into_the_log_of_the_service() {
        var id = "system-test-" + UUID.randomUUID();

        var answer = registry.anonymous()
                .with("X-Request-Id", id)
                .get(path("j4k7xq236"))
                .expectProblem(404, "not-found");

        assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        var log = registry.stack().options().state().log("institutes-service");
        await().atMost(LIMIT).until(() -> Files.readString(log).contains(id));
    }

    @Test
    void carries_the_trace_of_a_request_to_its_message() {
        var institute = Institutes.of(registry).active(uniqueName("Institut tracé"));
        var trace = UUID.randomUUID().toString().replace("-", "");

        registry.as("root-admin")
                .with("If-Match", institute.etag())
                .with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .patch(path(institute.id()), "{\"region\": \"MA-06\"}")
                .expect(200);

        await().atMost(LIMIT).until(() -> Messages.of(List.of(institute.id())).stream()
                .anyMatch(message -> message.header("traceparent").startsWith("00-" + trace + "-")));
    }
}
