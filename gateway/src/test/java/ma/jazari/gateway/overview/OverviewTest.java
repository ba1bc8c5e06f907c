package ma.jazari.gateway.overview;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OverviewTest.OftenComposed.class)
class OverviewTest extends GatewayTest {

    private static final String INSTITUTES = "/v1/institutes";
    private static final String CONVENTIONS = "/v1/conventions/statistics";
    private static final String EVENTS = "/internal/overview";
    private static final String JSON = "application/json";

    @BeforeEach
    void everybodyAnswers() {
        institutes(2);
        network.partnerships.answers(
                CONVENTIONS,
                "200 OK",
                JSON,
                """
                {"total": 3, "byStatus": {"IN_FORCE": 2, "EXPIRED": 1}, "southSouth": {"count": 1, "byCountry": {"SN": 1}},
                 "expiring": {"in30Days": 0, "in90Days": 1, "in365Days": 2}}
                """);
        network.events.answers(
                EVENTS,
                "200 OK",
                JSON,
                """
                {"programEvents": {"upcoming": [{"id": "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f", "type": "TRAINING",
                    "titles": [{"value": "Formation", "lang": "fr"}], "start": "2026-12-01T09:00", "end": "2026-12-01T18:00",
                    "zone": "Africa/Casablanca", "startInstant": "2026-12-01T09:00:00Z", "attendance": "ONLINE",
                    "hostInstituteIds": ["j00000098"], "added": "later"}], "byType": {"TRAINING": 1}},
                 "programmes": [{"id": "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0e", "code": "MAROC-IA-2030", "titles": [],
                    "indicators": [{"key": "gdp", "titles": [], "unit": "USD", "aggregation": "SUM", "baseline": "0",
                        "target": "1000", "targetDate": "2030-12-31", "total": "12", "level": "12", "verifiedLevel": "0",
                        "share": "0.012", "expected": "180"}]}]}
                """);
        await().atMost(10, SECONDS)
                .until(() -> read().jsonPath().getInt("institutes.total") == 2
                        && read().jsonPath().getList("unreachable").isEmpty());
    }

    @Test
    void puts_the_parts_of_all_services_on_one_page() {
        read().then()
                .statusCode(200)
                .body("institutes.total", equalTo(2))
                .body("institutes.byStatus", equalTo(Map.of("ACTIVE", 2)))
                .body("institutes.byRegion.'MA-03'", equalTo(2))
                .body("institutes.byRegion.'MA-12'", equalTo(0))
                .body("institutes.byMission", equalTo(Map.of("RESEARCH", 2, "TRAINING", 0, "INNOVATION", 0)))
                .body("conventions.byStatus", equalTo(Map.of("IN_FORCE", 2, "EXPIRED", 1)))
                .body("conventions.southSouth", equalTo(1))
                .body("conventions.expiringIn90Days", equalTo(1))
                .body("programEvents.upcoming.type", contains("TRAINING"))
                .body("programEvents.byType.TRAINING", equalTo(1))
                .body("programmes.code", contains("MAROC-IA-2030"))
                .body("programmes[0].indicators.level", contains("12"))
                .body("generatedAt", notNullValue())
                .body("unreachable", empty())
                .body("stale", empty());
    }

    @Test
    void is_the_same_for_whoever_has_a_token_and_may_be_kept_by_everybody() {
        var answer = given().header("Authorization", "Bearer " + network.keycloak.token())
                .get("/v1/overview");

        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=1");
        assertThat(answer.header("ETag")).isEqualTo(read().header("ETag"));
        assertThat(network.institutes.last()).doesNotContain("Bearer");
    }

    @Test
    void keeps_its_tag_and_its_moment_while_nothing_changes_and_changes_both_with_the_content() {
        var first = read();
        int asked = network.institutes.requests(INSTITUTES);
        await().atMost(10, SECONDS)
                .until(() -> read().statusCode() == 200 && network.institutes.requests(INSTITUTES) > asked + 1);

        assertThat(read().asString()).isEqualTo(first.asString());
        given().header("If-None-Match", first.header("ETag"))
                .get("/v1/overview")
                .then()
                .statusCode(304);

        institutes(3);
        await().atMost(10, SECONDS).until(() -> read().jsonPath().getInt("institutes.total") == 3);
        var changed = given().header("If-None-Match", first.header("ETag")).get("/v1/overview");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.jsonPath().getString("generatedAt"))
                .isNotEqualTo(first.jsonPath().getString("generatedAt"));
    }

    @Test
    void serves_what_a_service_said_before_it_was_killed_and_names_it() {
        network.events.close();

        var answer = untilUnreachable("events-service");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("programEvents.upcoming.type")).isEqualTo(List.of("TRAINING"));
        assertThat(answer.jsonPath().getList("stale.service")).isEqualTo(List.of("events-service"));
        assertThat(answer.jsonPath().getString("stale[0].asOf")).isNotNull();
        assertThat(answer.jsonPath().getInt("institutes.total")).isEqualTo(2);
    }

    @Test
    void does_not_wait_for_a_service_that_is_silent() {
        network.partnerships.isSilentAt(CONVENTIONS);

        var answer = untilUnreachable("partnerships-service");

        assertThat(answer.time()).isLessThan(2_000);
        assertThat(answer.jsonPath().getInt("conventions.southSouth")).isEqualTo(1);
    }

    @Test
    void takes_nothing_that_is_not_its_part() {
        network.institutes.answers(INSTITUTES, "200 OK", JSON, "{\"total\": \"many\"}");
        untilUnreachable("institutes-service");

        network.institutes.answers(INSTITUTES, "200 OK", "text/html", "<html>");
        assertThat(untilUnreachable("institutes-service").jsonPath().getInt("institutes.total"))
                .isEqualTo(2);
    }

    @Test
    void asks_each_service_once_however_many_read() throws InterruptedException {
        int before = network.institutes.requests(INSTITUTES);
        long began = System.nanoTime();
        Callable<Integer> reading = () -> read().statusCode();

        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            readers.invokeAll(IntStream.range(0, 200).mapToObj(i -> reading).collect(Collectors.toList()));
        }

        long bounds = (System.nanoTime() - began) / 1_000_000_000 + 2;
        assertThat(Stream.of(network.institutes.requests(INSTITUTES) - before)).allMatch(asked -> asked <= bounds);
    }

    private void institutes(int count) {
        network.institutes.answers(
                INSTITUTES,
                "200 OK",
                JSON,
                """
                {"items": [], "total": %1$d, "facets": {"status": [{"value": "ACTIVE", "count": %1$d}],
                 "region": [{"value": "MA-03", "count": %1$d}], "mission": [{"value": "RESEARCH", "count": %1$d}]}}
                """
                        .formatted(count));
    }

    private static Response read() {
        return given().get("/v1/overview");
    }

    private static Response untilUnreachable(String service) {
        return await().atMost(10, SECONDS).until(OverviewTest::read, answer -> answer.jsonPath()
                .getList("unreachable")
                .equals(List.of(service)));
    }

    /** Parts that are kept for a moment only. */
    public static final class OftenComposed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("jazari.gateway.overview.bound", "1S", "jazari.gateway.overview.timeout", "500ms");
        }
    }
}
