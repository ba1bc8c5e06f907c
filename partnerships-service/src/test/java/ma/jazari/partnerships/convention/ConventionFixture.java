package ma.jazari.partnerships.convention;

import static ma.jazari.platform.test.Api.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.stream.Collectors;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.Tokens;

/** Conventions for tests, made through the API as a client would make them. */
final class ConventionFixture {

    private ConventionFixture() {}

    /** A convention of these organisations, all of which sign it. */
    static String convention(String title, String... ids) {
        return body(
                title, "", Arrays.stream(ids).map(ConventionFixture::signatory).toArray(String[]::new));
    }

    static String body(String title, String more, String... parties) {
        return """
                {"titles": [{"value": "%s", "lang": "fr"}], "kind": "FRAMEWORK", "domains": ["RESEARCH"],
                 "parties": [%s] %s}
                """
                .formatted(title, String.join(", ", parties), more);
    }

    static String signatory(String id) {
        return party(id, "PARTY", "SIGNATORY");
    }

    static String party(String id, String... roles) {
        return "{\"party\": %s, \"roles\": [%s]}"
                .formatted(
                        reference(id),
                        Arrays.stream(roles).map(role -> "\"" + role + "\"").collect(Collectors.joining(", ")));
    }

    static String reference(String id) {
        return "{\"type\": \"%s\", \"id\": \"%s\"}".formatted(id.startsWith("j") ? "INSTITUTE" : "PARTNER", id);
    }

    static Response draft(String token, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/v1/conventions");
    }

    /** The id of a draft that the first of the organisations, an institute, owns. */
    static String drafted(String title, String... ids) {
        return draft(Tokens.instituteAdmin(ids[0]), convention(title, ids))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response move(String token, String id, String to) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"%s\", \"reason\": \"as the test says\"}".formatted(to))
                .post("/v1/conventions/{id}/transitions", id);
    }

    static Response patch(String token, String id, String ifMatch, String patch) {
        return as(token)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", ifMatch)
                .body(patch)
                .patch("/v1/conventions/{id}", id);
    }

    /** The party's yes to the text that it sees as proposed. */
    static Response approve(String token, String id, String party) {
        var proposed = as(token).get("/v1/conventions/{id}?view=proposed", id);
        return approve(token, id, party, proposed.path("revision"), proposed.path("digest.value"));
    }

    static Response approve(String token, String id, String party, int revision, String digest) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"party\": %s, \"revision\": %d, \"digest\": \"%s\"}"
                        .formatted(reference(party), revision, digest))
                .post("/v1/conventions/{id}/approvals", id);
    }

    /** Puts other words into the text that is proposed. */
    static Response counter(String token, String id, String changes) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"PROPOSED\", \"revision\": %s}".formatted(changes))
                .post("/v1/conventions/{id}/transitions", id);
    }
}
