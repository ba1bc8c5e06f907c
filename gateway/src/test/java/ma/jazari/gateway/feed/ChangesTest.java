package ma.jazari.gateway.feed;

import static ma.jazari.gateway.feed.ServedFeed.place;
import static ma.jazari.gateway.feed.ServedFeed.serve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import ma.jazari.gateway.network.FakeService;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangesTest extends GatewayTest {

    @BeforeEach
    void fillTheFeed() {
        serve(network.institutes, "institutes-service", 100, 10, 30);
        serve(network.partnerships, "partnerships-service", 100, 20);
        serve(network.events, "events-service", 25, 25, 40);
    }

    @Test
    void joins_the_services_in_the_order_of_the_network() {
        given().get("/v1/changes")
                .then()
                .statusCode(200)
                .body("items.data.seq", contains(10, 20, 25))
                .body("nextCursor", nullValue())
                .body("resumeCursor", equalTo(place("partnerships-service", 25)));
    }

    @Test
    void shows_a_change_as_its_service_wrote_it() {
        given().get("/v1/changes?limit=1")
                .then()
                .body("items[0].subject.id", equalTo("j4k7xq236"))
                .body("items[0].added.later", equalTo(true))
                .body("nextCursor", equalTo(place("institutes-service", 10)));
    }

    @Test
    void asks_every_service_the_same_on_behalf_of_the_caller() {
        var after = place("events-service", 5);
        var token = network.keycloak.token();

        given().header("Authorization", "Bearer " + token)
                .get("/v1/changes?after=" + after + "&limit=7&types=institute.*,convention.signed")
                .then()
                .statusCode(200);

        var question = "/v1/changes?limit=7&after=" + after + "&types=institute.*%2Cconvention.signed";
        assertThat(network.services()).extracting(FakeService::last).allSatisfy(asked -> assertThat(asked)
                .contains(question, token));
    }

    @Test
    void refuses_a_cursor_or_a_limit_that_it_did_not_make() {
        given().get("/v1/changes?after=abc").then().statusCode(400).body("type", equalTo("/problems/invalid-cursor"));
        given().get("/v1/changes?limit=0").then().statusCode(400);
        given().get("/v1/changes?since=1").then().statusCode(400);
    }

    @Test
    void passes_a_services_refusal_on_as_it_is() {
        network.events.answers(
                "/v1/changes",
                "410 Gone",
                "application/problem+json",
                "{\"type\":\"/problems/gone\",\"snapshot\":\"/x\"}");

        given().get("/v1/changes")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("snapshot", equalTo("/x"));
    }

    @Test
    void names_the_service_that_does_not_answer_rather_than_skip_it() {
        network.partnerships.close();

        given().get("/v1/changes")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("detail", containsString("partnerships-service"))
                .body("unreachable", contains("partnerships-service"));
    }

    @Test
    void names_the_service_that_fails() {
        network.events.answers("/v1/changes", "500 Internal Server Error", "text/plain", "oops");

        given().get("/v1/changes").then().statusCode(503).body("unreachable", contains("events-service"));
    }

    @Test
    void gives_a_place_to_start_from_when_nothing_has_happened_yet() {
        serve(network.institutes, "institutes-service", 100);
        serve(network.partnerships, "partnerships-service", 100);
        serve(network.events, "events-service", 100);

        given().get("/v1/changes").then().body("items", empty()).body("resumeCursor", notNullValue());
    }

    @Test
    void reads_a_snapshot_service_by_service_at_one_place() {
        snapshotOf(network.institutes, "{\"items\": [{\"n\": 1}, {\"n\": 2}], \"nextCursor\": \"abc\"}");
        var first = given().get("/v1/changes/snapshot?limit=2")
                .then()
                .statusCode(200)
                .extract();
        var place = first.<String>path("resumeCursor");
        assertThat(place).isEqualTo(place("partnerships-service", 25));
        assertThat(first.<List<Integer>>path("items.n")).containsExactly(1, 2);

        snapshotOf(network.institutes, "{\"items\": [{\"n\": 3}]}");
        var second = next(first.path("nextCursor"));
        assertThat(network.institutes.last())
                .contains("/v1/changes/snapshot?limit=20&through=" + place + "&cursor=abc");
        assertThat(second.<List<Integer>>path("items.n")).containsExactly(3);

        snapshotOf(network.partnerships, "{\"items\": []}");
        snapshotOf(network.events, "{\"items\": [{\"n\": 4}]}");
        var third = next(second.path("nextCursor"));
        assertThat(third.<List<Integer>>path("items")).isEmpty();
        var last = next(third.path("nextCursor"));
        assertThat(last.<List<Integer>>path("items.n")).containsExactly(4);
        assertThat(last.<String>path("nextCursor")).isNull();
        assertThat(last.<String>path("resumeCursor")).isEqualTo(place);
    }

    @Test
    void refuses_a_snapshots_cursor_that_it_did_not_make() {
        for (var cursor : List.of("abc", "@", "MSB4IGluc3RpdHV0ZXMtc2VydmljZSA")) {
            given().get("/v1/changes/snapshot?cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-cursor"));
        }
    }

    private static void snapshotOf(FakeService service, String page) {
        service.answers("/v1/changes/snapshot", "200 OK", "application/json", page);
    }

    private static ExtractableResponse<Response> next(String cursor) {
        return given().get("/v1/changes/snapshot?cursor=" + cursor)
                .then()
                .statusCode(200)
                .extract();
    }
}
