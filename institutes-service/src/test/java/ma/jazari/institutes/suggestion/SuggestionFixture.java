package ma.jazari.institutes.suggestion;

import static ma.jazari.platform.test.Api.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.Tokens;

/** Institutes and suggestions for tests, made through the API as clients would make them. */
final class SuggestionFixture {

    static final String MOVE = "{\"region\": \"MA-05\"}";

    private SuggestionFixture() {}

    /** Somebody with a token and no role. */
    static String somebody(String name) {
        return Tokens.of(name, Set.of(), Map.of());
    }

    static String draft(String name, String more) {
        root();
        return create(
                """
                {"kind": "INSTITUTE", "names": [{"value": "%s", "lang": "fr", "type": "DISPLAY"}],
                 "missions": ["RESEARCH"], "region": "MA-03" %s}
                """
                        .formatted(name, more));
    }

    /** An active institute in MA-03, at version 3. */
    static String active(String name) {
        return active(name, "");
    }

    static String active(String name, String more) {
        var id = draft(name, more);
        moveInstitute(id, "PENDING");
        moveInstitute(id, "ACTIVE");
        return id;
    }

    static Response change(String id, String patch) {
        return as(Tokens.networkAdmin())
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/institutes/{id}", id);
    }

    static Response propose(String token, String instituteId, long baseVersion, String patch) {
        return post(
                token,
                """
                {"instituteId": "%s", "baseVersion": %d, "patch": %s, "comment": "Voir leur site"}
                """
                        .formatted(instituteId, baseVersion, patch));
    }

    static Response post(String token, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/v1/change-suggestions");
    }

    /** The id of a suggestion that waits for its review. */
    static String pending(String token, String instituteId, long baseVersion, String patch) {
        return propose(token, instituteId, baseVersion, patch)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response move(String token, String id, String to) {
        return move(token, id, to, "*");
    }

    static Response move(String token, String id, String to, String ifMatch) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body("{\"to\": \"%s\", \"reason\": \"comme dit le test\"}".formatted(to))
                .post("/v1/change-suggestions/{id}/transitions", id);
    }

    static Response get(String token, String id) {
        return as(token).get("/v1/change-suggestions/{id}", id);
    }

    private static String create(String body) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/institutes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void moveInstitute(String id, String to) {
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"%s\"}".formatted(to))
                .post("/v1/institutes/{id}/transitions", id)
                .then()
                .statusCode(200);
    }

    private static void root() {
        var found = as(Tokens.networkAdmin())
                .get("/v1/institutes?kind=ROOT&status=ACTIVE")
                .<String>path("items[0].id");
        if (found == null) {
            var id = create(
                    """
                    {"kind": "ROOT", "names": [{"value": "JAZARI ROOT", "lang": "fr", "type": "DISPLAY"}],
                     "missions": ["RESEARCH"], "region": "MA-04"}
                    """);
            moveInstitute(id, "PENDING");
            moveInstitute(id, "ACTIVE");
        }
    }
}
