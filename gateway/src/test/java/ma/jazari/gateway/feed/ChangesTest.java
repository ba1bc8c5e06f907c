package ma.jazari.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import ma.jazari.gateway.network.FakeService;
import ma.jazari.gateway.network.GatewayTest;
import ma.jazari.platform.feed.FeedCursor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangesTest extends GatewayTest {

    private static final String EPOCH = "0a1b2c3d";

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

    private static void serve(FakeService service, String name, long closedThrough, long... seqs) {
        var items = new JsonArray();
        for (long seq : seqs) {
            items.add(change(name, seq));
        }
        var page = new JsonObject()
                .put("items", items)
                .put("resumeCursor", place(name, seqs.length == 0 ? 0 : seqs[seqs.length - 1]))
                .put("closedThrough", closedThrough);
        service.answers("/v1/changes", "200 OK", "application/json", page.encode());
    }

    private static JsonObject change(String source, long seq) {
        return new JsonObject()
                .put("cursor", place(source, seq))
                .put("id", "0198c1e2-7b1a-7c3e-9f00-2f6f0a6f3c11")
                .put("type", "institute.activated")
                .put(
                        "subject",
                        new JsonObject()
                                .put("type", "INSTITUTE")
                                .put("id", "j4k7xq236")
                                .put("version", 3))
                .put("at", "2026-01-12T09:00:00Z")
                .put("source", "/" + source)
                .put("data", new JsonObject().put("seq", seq))
                .put("added", new JsonObject().put("later", true));
    }

    private static String place(String source, long seq) {
        return new FeedCursor(EPOCH, source, seq).encode();
    }
}
