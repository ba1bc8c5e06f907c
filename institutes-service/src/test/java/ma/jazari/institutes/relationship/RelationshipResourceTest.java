package ma.jazari.institutes.relationship;

import static ma.jazari.institutes.part.Registry.active;
import static ma.jazari.institutes.part.Registry.atOnce;
import static ma.jazari.institutes.part.Registry.changedAt;
import static ma.jazari.institutes.part.Registry.delete;
import static ma.jazari.institutes.part.Registry.draft;
import static ma.jazari.institutes.part.Registry.history;
import static ma.jazari.institutes.part.Registry.location;
import static ma.jazari.institutes.part.Registry.move;
import static ma.jazari.institutes.part.Registry.patch;
import static ma.jazari.institutes.part.Registry.post;
import static ma.jazari.institutes.part.Registry.publishesBySchema;
import static ma.jazari.institutes.part.Registry.version;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class RelationshipResourceTest {

    @Test
    void stands_on_both_records_from_the_same_moment() {
        var guest = active("Institut hébergé");
        var host = active("Institut hôte");

        var created = relate(guest, "HOSTED_BY", host, ", \"validFrom\": \"2026-03-01\"");
        created.then().statusCode(201).body("type", equalTo("HOSTED_BY")).body("id", equalTo(host));
        assertThat(location(created))
                .isEqualTo("/v1/institutes/" + guest + "/relationships/" + created.path("relationshipId"));
        anonymous()
                .get("/v1/institutes/{id}/relationships", host)
                .then()
                .body("items.type", contains("HOSTS"))
                .body("items.id", contains(guest))
                .body("items.validFrom", contains("2026-03-01"));
        assertThat(List.of(version(guest), version(host))).containsOnly(4L);
        for (var id : List.of(guest, host)) {
            assertThat(history(id)).endsWith("institute.relationship-added");
            publishesBySchema(id, 2);
        }
    }

    @Test
    void changes_and_removes_both_directions() {
        var one = active("Institut fédéré un");
        var two = active("Institut fédéré deux");
        var path = location(relate(one, "FEDERATED_WITH", two, ""));
        var inverse = "/v1/institutes/" + two + "/relationships/"
                + anonymous().get("/v1/institutes/{id}/relationships", two).<String>path("items[0].relationshipId");
        var then = changedAt(two);

        patch(Tokens.networkAdmin(), inverse, "*", "{\"validTo\": \"2030-12-31\"}")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        anonymous().get(path).then().body("validTo", equalTo("2030-12-31")).body("version", equalTo(2));
        patch(Tokens.networkAdmin(), path, "\"1-00\"", "{\"validTo\": null}")
                .then()
                .statusCode(412);
        patch(Tokens.networkAdmin(), path, "*", "{\"validFrom\": \"2031-01-01\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/validTo"));
        patch(Tokens.networkAdmin(), path, "*", "{\"type\": \"HOSTS\", \"id\": \"j00000098\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/type", "/id"));
        patch(Tokens.networkAdmin(), path, "*", "{}").then().statusCode(200).body("version", equalTo(2));
        delete(Tokens.networkAdmin(), path, "\"1-00\"").then().statusCode(412);
        delete(Tokens.networkAdmin(), path, "*").then().statusCode(204);

        for (var id : List.of(one, two)) {
            anonymous().get("/v1/institutes/{id}/relationships", id).then().body("items", empty());
            assertThat(history(id))
                    .endsWith(
                            "institute.relationship-added",
                            "institute.relationship-changed",
                            "institute.relationship-removed");
        }
        anonymous()
                .get("/v1/institutes/{id}/relationships?asOf={t}", two, then)
                .then()
                .body("items.id", contains(one));
        delete(Tokens.networkAdmin(), path, "*").then().statusCode(404);
    }

    @Test
    void takes_an_administrator_of_both() {
        var one = active("Institut à moi");
        var two = active("Institut à d'autres");
        var body = "{\"type\": \"FEDERATED_WITH\", \"id\": \"" + two + "\"}";
        var path = "/v1/institutes/" + one + "/relationships";

        post(Tokens.instituteAdmin(one), path, body)
                .then()
                .statusCode(403)
                .body("detail", containsString("network administrator"));
        post(Tokens.instituteAdmin(two), path, body).then().statusCode(403);
        var created = post(Tokens.instituteAdmin(one, two), path, body);
        created.then().statusCode(201);
        patch(Tokens.instituteAdmin(one), location(created), "*", "{\"validTo\": \"2030-01-01\"}")
                .then()
                .statusCode(403);
        delete(Tokens.instituteAdmin(one), location(created), "*").then().statusCode(403);
        delete(Tokens.instituteAdmin(one, two), location(created), "*").then().statusCode(204);
    }

    @Test
    void refuses_itself_strangers_and_dates_out_of_order() {
        var id = active("Institut seul");
        var hidden = draft("Institut invisible");

        relate(id, "FEDERATED_WITH", id, "").then().statusCode(400).body("errors.pointer", contains("/id"));
        relate(id, "FEDERATED_WITH", "j4k7xq236", "").then().statusCode(400).body("errors.pointer", contains("/id"));
        relate(id, "FEDERATED_WITH", "j4k7xq237", "").then().statusCode(400).body("errors.pointer", contains("/id"));
        post(
                        Tokens.instituteAdmin(id),
                        "/v1/institutes/" + id + "/relationships",
                        "{\"type\": \"FEDERATED_WITH\", \"id\": \"" + hidden + "\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/id"))
                .body("errors[0].detail", not(containsString("DRAFT")));
        relate(
                        id,
                        "FEDERATED_WITH",
                        active("Institut daté"),
                        ", \"validFrom\": \"2026-03-02\", \"validTo\": \"2026-03-01\"")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/validTo"));
        relate(id, "PARENT", "j00000098", "").then().statusCode(400).body("errors.pointer", contains("/type"));
    }

    @Test
    void is_between_institutes_of_the_network_alone() {
        var id = active("Institut admis");
        var candidate = draft("Institut candidat");

        relate(id, "FEDERATED_WITH", candidate, "").then().statusCode(409).body("detail", containsString("DRAFT"));
        relate(candidate, "FEDERATED_WITH", id, "").then().statusCode(409);
    }

    @Test
    void refuses_the_same_and_the_contrary_in_a_time_that_overlaps() {
        var one = active("Institut deux fois");
        var two = active("Institut contraire");
        relate(one, "HOSTED_BY", two, ", \"validFrom\": \"2026-01-01\", \"validTo\": \"2026-06-30\"")
                .then()
                .statusCode(201);

        relate(one, "HOSTED_BY", two, ", \"validFrom\": \"2026-06-30\"").then().statusCode(409);
        relate(one, "HOSTS", two, "").then().statusCode(409);
        relate(two, "HOSTS", one, "").then().statusCode(409);
        var later = relate(one, "HOSTED_BY", two, ", \"validFrom\": \"2026-07-01\"");
        later.then().statusCode(201);
        relate(one, "FEDERATED_WITH", two, "").then().statusCode(201);
        patch(Tokens.networkAdmin(), location(later), "*", "{\"validFrom\": \"2026-06-30\"}")
                .then()
                .statusCode(409);
        anonymous().get("/v1/institutes/{id}/relationships", one).then().body("items", hasSize(3));
    }

    @Test
    void keeps_one_of_two_opposite_ones_that_are_made_at_once() throws Exception {
        for (int i = 0; i < 5; i++) {
            var one = active("Institut opposé un " + i);
            var two = active("Institut opposé deux " + i);

            var statuses = atOnce(List.of(
                    () -> relate(one, "FEDERATED_WITH", two, ""),
                    () -> relate(two, "FEDERATED_WITH", one, ""),
                    () -> relate(one, "FEDERATED_WITH", two, ""),
                    () -> relate(two, "FEDERATED_WITH", one, "")));

            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
            for (var id : List.of(one, two)) {
                anonymous().get("/v1/institutes/{id}/relationships", id).then().body("items", hasSize(1));
            }
        }
    }

    @Test
    void names_an_ended_institute_as_predecessor_alone() {
        var heir = active("Institut héritier");
        var ended = active("Institut d'avant");
        move(ended, "CLOSED").statusCode(200);

        relate(heir, "FEDERATED_WITH", ended, "").then().statusCode(409).body("detail", containsString("PREDECESSOR"));
        relate(heir, "SUCCESSOR", ended, "").then().statusCode(409);
        relate(ended, "SUCCESSOR", heir, "").then().statusCode(409);
        relate(heir, "PREDECESSOR", ended, "").then().statusCode(201);
        anonymous()
                .get("/v1/institutes/{id}/relationships", ended)
                .then()
                .body("items.type", contains("SUCCESSOR"))
                .body("items.id", contains(heir));
    }

    @Test
    void does_not_close_an_institute_that_others_are_linked_to() {
        var leaving = active("Institut partant");
        var staying = active("Institut restant");
        var heir = active("Institut suivant");
        var path = location(relate(staying, "HOSTED_BY", leaving, ""));
        relate(heir, "PREDECESSOR", leaving, "").then().statusCode(201);

        move(leaving, "CLOSED").statusCode(409).body("detail", containsString(staying));
        var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        patch(Tokens.networkAdmin(), path, "*", "{\"validTo\": \"" + yesterday + "\"}")
                .then()
                .statusCode(200);
        move(leaving, "CLOSED").statusCode(200);

        patch(Tokens.networkAdmin(), path, "*", "{\"validTo\": null}").then().statusCode(409);
        patch(Tokens.networkAdmin(), path, "*", "{\"validTo\": \"2026-01-01\"}")
                .then()
                .statusCode(200);
        move(heir, "CLOSED").statusCode(200);
    }

    @Test
    void never_leaves_a_link_to_an_institute_that_closes_at_the_same_time() throws Exception {
        for (int i = 0; i < 5; i++) {
            var leaving = active("Institut fermant " + i);
            var staying = active("Institut arrivant " + i);

            var statuses = atOnce(List.of(
                    () -> relate(staying, "HOSTED_BY", leaving, ""),
                    () -> move(leaving, "CLOSED").extract().response()));

            assertThat(statuses).isIn(List.of(201, 409), List.of(409, 200));
        }
    }

    @Test
    void does_not_lock_out_a_move_under_the_other() throws Exception {
        for (int i = 0; i < 5; i++) {
            var one = active("Institut mobile " + i);
            var two = active("Institut d'accueil " + i);

            var statuses = atOnce(List.of(
                    () -> patch(Tokens.networkAdmin(), "/v1/institutes/" + one, "*", "{\"parentId\": \"" + two + "\"}"),
                    () -> relate(two, "FEDERATED_WITH", one, ""),
                    () -> relate(one, "HOSTED_BY", two, "")));

            assertThat(statuses).isEqualTo(List.of(200, 201, 201));
        }
    }

    private static Response relate(String id, String type, String other, String more) {
        return post(
                Tokens.networkAdmin(),
                "/v1/institutes/" + id + "/relationships",
                "{\"type\": \"%s\", \"id\": \"%s\" %s}".formatted(type, other, more));
    }
}
