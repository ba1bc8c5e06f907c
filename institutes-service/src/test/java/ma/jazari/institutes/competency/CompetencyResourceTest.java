package ma.jazari.institutes.competency;

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
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class CompetencyResourceTest {

    @Test
    void adds_changes_and_removes_with_the_institute() {
        var id = active("Institut compétent");
        var admin = Tokens.instituteAdmin(id);

        var added = add(admin, id, "computer-vision", "RESEARCH", 12);
        added.then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .body("people", equalTo(12))
                .body("version", equalTo(1));
        var path = location(added);
        assertThat(path).isEqualTo("/v1/institutes/" + id + "/competencies/" + added.path("id"));
        assertThat(version(id)).isEqualTo(4);
        patch(admin, path + "?reason=Two arrived", added.header("ETag"), "{\"people\": 14}")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"2-"))
                .body("people", equalTo(14));
        patch(admin, path, added.header("ETag"), "{\"people\": 15}").then().statusCode(412);
        patch(admin, path, "*", "{\"people\": 14}").then().statusCode(200).body("version", equalTo(2));
        delete(admin, path, added.header("ETag")).then().statusCode(412);
        delete(admin, path, "*").then().statusCode(204);
        anonymous().get(path).then().statusCode(404);

        assertThat(history(id))
                .endsWith("institute.competency-added", "institute.competency-changed", "institute.competency-removed");
        var page = as(admin).get("/v1/institutes/{id}/history?limit=200", id);
        assertThat(page.<List<String>>path("items.reason")).contains("Two arrived");
        assertThat(HashChain.holds(page.asString())).isTrue();
        publishesBySchema(id, 4);
    }

    @Test
    void needs_if_match_and_the_right_caller() {
        var id = active("Institut gardé");
        var path = location(add(Tokens.networkAdmin(), id, "hpc", "APPLIED", 1));

        as(Tokens.networkAdmin())
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(path)
                .then()
                .statusCode(428);
        as(Tokens.networkAdmin()).delete(path).then().statusCode(428);
        anonymous()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/institutes/{id}/competencies", id)
                .then()
                .statusCode(401);
        add(Tokens.auditor(), id, "hpc", "RESEARCH", 1).then().statusCode(403);
        add(Tokens.instituteAdmin("j00000098"), id, "hpc", "RESEARCH", 1).then().statusCode(403);
        patch(Tokens.instituteAdmin("j00000098"), path, "*", "{\"people\": 2}")
                .then()
                .statusCode(403);
        delete(Tokens.instituteAdmin("j00000098"), path, "*").then().statusCode(403);
        as(Tokens.networkAdmin())
                .get("/v1/institutes/{id}/competencies/not-a-uuid", id)
                .then()
                .statusCode(400);
        var other = active("Institut d'à côté");
        anonymous().get(path.replace(id, other)).then().statusCode(404);
    }

    @Test
    void hides_those_of_a_draft_from_strangers() {
        var id = draft("Institut discret");
        var path = location(add(Tokens.instituteAdmin(id), id, "hpc", "RESEARCH", 3));

        for (var token : new String[] {Tokens.instituteAdmin("j00000098"), Tokens.partner("p00000098")}) {
            as(token).get("/v1/institutes/{id}/competencies", id).then().statusCode(404);
            as(token)
                    .get("/v1/institutes/{id}/competencies?asOf=2100-01-01", id)
                    .then()
                    .statusCode(404);
            as(token).get(path).then().statusCode(404);
        }
        add(Tokens.instituteAdmin("j00000098"), id, "hpc", "RESEARCH", 1).then().statusCode(404);
        as(Tokens.auditor()).get(path).then().statusCode(200);
    }

    @Test
    void takes_fields_from_the_vocabulary_once_for_each_level() {
        var id = active("Institut du champ");
        var path = location(add(Tokens.networkAdmin(), id, "deep-learning", "RESEARCH", 5));

        add(Tokens.networkAdmin(), id, "deep-lerning", "RESEARCH", 5)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/field"))
                .body("errors[0].detail", containsString("deep-learning"));
        add(Tokens.networkAdmin(), id, "deep-learning", "RESEARCH", 6)
                .then()
                .statusCode(409)
                .body("competencyId", equalTo(path.substring(path.lastIndexOf('/') + 1)));
        var teaching = location(add(Tokens.networkAdmin(), id, "deep-learning", "TEACHING", 6));
        patch(Tokens.networkAdmin(), teaching, "*", "{\"level\": \"RESEARCH\"}")
                .then()
                .statusCode(409);
        patch(Tokens.networkAdmin(), teaching, "*", "{\"field\": \"alchemy\"}")
                .then()
                .statusCode(400);
        post(
                        Tokens.networkAdmin(),
                        "/v1/institutes/" + id + "/competencies",
                        "{\"field\": \"Deep Learning\", \"level\": \"GURU\", \"people\": -1, \"version\": 3}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasSize(4));
    }

    @Test
    void keeps_one_of_many_that_are_added_at_once() throws Exception {
        var id = active("Institut pressé");

        var statuses = atOnce(Collections.nCopies(6, () -> add(Tokens.networkAdmin(), id, "robotics", "APPLIED", 2)));

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        anonymous().get("/v1/institutes/{id}/competencies", id).then().body("items", hasSize(1));
    }

    @Test
    void carries_out_a_request_with_a_key_once() {
        var id = active("Institut à clé");
        var key = "\"" + UUID.randomUUID() + "\"";

        var first = addWith(key, id);
        var second = addWith(key, id);

        first.then().statusCode(201);
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", equalTo(first.header("Location")));
    }

    @Test
    void reads_the_past() {
        var id = active("Institut d'hier");
        var before = changedAt(id);
        var path = location(add(Tokens.networkAdmin(), id, "speech", "RESEARCH", 3));
        location(add(Tokens.networkAdmin(), id, "speech", "TEACHING", 4));
        var then = changedAt(id);
        delete(Tokens.networkAdmin(), path, "*").then().statusCode(204);

        anonymous()
                .get("/v1/institutes/{id}/competencies?asOf={t}", id, before)
                .then()
                .body("items", empty());
        var page = anonymous().get("/v1/institutes/{id}/competencies?limit=1&total=true&asOf={t}", id, then);
        page.then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.people", contains(3))
                .body("items[0]", not(hasKey("version")));
        anonymous()
                .get("/v1/institutes/{id}/competencies?limit=1&asOf={t}&cursor={c}", id, then, page.path("nextCursor"))
                .then()
                .body("items.people", contains(4))
                .body("$", not(hasKey("nextCursor")));
        anonymous()
                .get("/v1/institutes/{id}/competencies?total=true", id)
                .then()
                .body("total", equalTo(1));
        anonymous()
                .get("/v1/institutes/{id}/competencies?asOf=2020-01-01", id)
                .then()
                .statusCode(404);
        anonymous()
                .get("/v1/institutes/{id}/competencies?asOf=yesterday", id)
                .then()
                .statusCode(400);
    }

    @Test
    void adds_nothing_to_an_institute_that_has_ended() {
        var id = active("Institut fini");
        var path = location(add(Tokens.networkAdmin(), id, "speech", "RESEARCH", 3));
        move(id, "CLOSED").statusCode(200);

        add(Tokens.networkAdmin(), id, "speech", "TEACHING", 3)
                .then()
                .statusCode(409)
                .body("detail", containsString("CLOSED"));
        anonymous().get(path).then().statusCode(200);
    }

    @Test
    void pages_and_has_a_limit() {
        var id = draft("Institut plein");
        var fields =
                anonymous().get("/v1/vocabularies/competency-fields?limit=200").<List<String>>path("items.term");
        for (int i = 0; i < 200; i++) {
            if (i / 3 == fields.size()) {
                fields = more(fields, i);
            }
            var level = List.of("RESEARCH", "TEACHING", "APPLIED").get(i % 3);
            add(Tokens.networkAdmin(), id, fields.get(i / 3), level, i).then().statusCode(201);
        }

        add(Tokens.networkAdmin(), id, more(fields, 200).getLast(), "RESEARCH", 1)
                .then()
                .statusCode(409)
                .body("detail", containsString("200"));
        var seen = new HashSet<String>();
        String cursor = null;
        do {
            var request = as(Tokens.networkAdmin()).queryParam("limit", 90);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/institutes/{id}/competencies", id);
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(seen).hasSize(200);
    }

    private static List<String> more(List<String> fields, int number) {
        var term = "field-" + number;
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"labels": [{"value": "Champ", "lang": "fr"}, {"value": "مجال", "lang": "ar"}, {"value": "Field", "lang": "en"}]}
                        """)
                .put("/v1/vocabularies/competency-fields/{term}", term);
        var longer = new ArrayList<>(fields);
        longer.add(term);
        return longer;
    }

    private static Response add(String token, String id, String field, String level, int people) {
        return post(
                token,
                "/v1/institutes/" + id + "/competencies",
                "{\"field\": \"%s\", \"level\": \"%s\", \"people\": %d}".formatted(field, level, people));
    }

    private static Response addWith(String key, String id) {
        return as(Tokens.networkAdmin())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"field\": \"statistics\", \"level\": \"TEACHING\", \"people\": 7}")
                .post("/v1/institutes/{id}/competencies", id);
    }
}
