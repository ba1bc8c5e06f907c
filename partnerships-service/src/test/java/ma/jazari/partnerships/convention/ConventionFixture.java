package ma.jazari.partnerships.convention;

import static ma.jazari.platform.test.Api.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.jazari.partnerships.partykey.Signer;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.Tokens;

/** Conventions for tests, made through the API as a client would make them. */
public final class ConventionFixture {

    private ConventionFixture() {}

    /** A convention of these organisations, all of which sign it. */
    public static String convention(String title, String... ids) {
        return body(
                title, "", Arrays.stream(ids).map(ConventionFixture::signatory).toArray(String[]::new));
    }

    public static String body(String title, String more, String... parties) {
        return """
                {"titles": [{"value": "%s", "lang": "fr"}], "kind": "FRAMEWORK", "domains": ["RESEARCH"],
                 "parties": [%s] %s}
                """
                .formatted(title, String.join(", ", parties), more);
    }

    public static String signatory(String id) {
        return party(id, "PARTY", "SIGNATORY");
    }

    public static String party(String id, String... roles) {
        return "{\"party\": %s, \"roles\": [%s]}"
                .formatted(
                        reference(id),
                        Arrays.stream(roles).map(role -> "\"" + role + "\"").collect(Collectors.joining(", ")));
    }

    public static String reference(String id) {
        return "{\"type\": \"%s\", \"id\": \"%s\"}".formatted(id.startsWith("j") ? "INSTITUTE" : "PARTNER", id);
    }

    public static Response draft(String token, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/v1/conventions");
    }

    /** The id of a draft that the first of the organisations, an institute, owns. */
    public static String drafted(String title, String... ids) {
        return draft(Tokens.instituteAdmin(ids[0]), convention(title, ids))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response move(String token, String id, String to) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"%s\", \"reason\": \"as the test says\"}".formatted(to))
                .post("/v1/conventions/{id}/transitions", id);
    }

    public static Response patch(String token, String id, String ifMatch, String patch) {
        return as(token)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", ifMatch)
                .body(patch)
                .patch("/v1/conventions/{id}", id);
    }

    /** The party's yes to the text that it sees as proposed. */
    public static Response approve(String token, String id, String party) {
        var proposed = as(token).get("/v1/conventions/{id}?view=proposed", id);
        return approve(token, id, party, proposed.path("revision"), proposed.path("digest.value"));
    }

    public static Response approve(String token, String id, String party, int revision, String digest) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"party\": %s, \"revision\": %d, \"digest\": \"%s\"}"
                        .formatted(reference(party), revision, digest))
                .post("/v1/conventions/{id}/approvals", id);
    }

    /** Puts other words into the text that is proposed. */
    public static Response counter(String token, String id, String changes) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"PROPOSED\", \"revision\": %s}".formatted(changes))
                .post("/v1/conventions/{id}/transitions", id);
    }

    /** Publishes the key of the party's system. */
    public static void publishKey(String token, String party, Signer signer) {
        as(token)
                .contentType(ContentType.JSON)
                .body(Signer.jwks(signer))
                .put(party.startsWith("j") ? "/v1/institutes/{id}/keys" : "/v1/partners/{id}/keys", party)
                .then()
                .statusCode(200);
    }

    /** Signs the text that counts by a key. */
    public static Response sign(String token, String id, String party, Signer signer) {
        var now = as(token).get("/v1/conventions/{id}", id);
        int revision = now.path("revision");
        var canonical = as(token)
                .get("/v1/conventions/{id}/revisions/{n}/canonical-form", id, revision)
                .asByteArray();
        return sign(
                token,
                id,
                """
                {"party": %s, "revision": %d, "digest": "%s", "method": "JWS", "jws": "%s"}
                """
                        .formatted(reference(party), revision, now.path("digest.value"), signer.sign(canonical)));
    }

    public static Response sign(String token, String id, String body) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post("/v1/conventions/{id}/signatures", id);
    }

    /** Has the network administrator record that a party signed in ink. */
    public static Response signInInk(String id, String party) {
        var scan = attach(Tokens.networkAdmin(), id, "signed.pdf", "PRIVATE").<String>path("id");
        var now = as(Tokens.networkAdmin()).get("/v1/conventions/{id}", id);
        return sign(
                Tokens.networkAdmin(),
                id,
                """
                {"party": %s, "revision": %d, "digest": "%s", "method": "WET_INK", "attachmentId": "%s",
                 "signedOn": "2026-11-20"}
                """
                        .formatted(reference(party), now.<Integer>path("revision"), now.path("digest.value"), scan));
    }

    public static Response attach(String token, String id, String name, String visibility) {
        return as(token)
                .contentType("application/pdf")
                .header("If-Match", "*")
                .body(("%PDF-1.7\n" + UUID.randomUUID() + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII))
                .post("/v1/conventions/{id}/attachments?name={n}&visibility={v}", id, name, visibility);
    }

    /** Approves and signs for both parties, the institute by key and the partner in ink. */
    public static void agree(String id, String institute, String partner) {
        approve(Tokens.instituteAdmin(institute), id, institute).then().statusCode(201);
        approve(Tokens.partner(partner), id, partner).then().statusCode(201);
        var signer = Signer.es256("key-of-" + institute);
        publishKey(Tokens.instituteAdmin(institute), institute, signer);
        sign(Tokens.instituteAdmin(institute), id, institute, signer).then().statusCode(201);
        signInInk(id, partner).then().statusCode(201);
    }

    /** The id of a convention of the two that is in force, with what else its text has. */
    public static String inForce(String more, String institute, String partner) {
        var id = draft(
                        Tokens.instituteAdmin(institute),
                        body("Convention en vigueur", more, signatory(institute), signatory(partner)))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        move(Tokens.instituteAdmin(institute), id, "PROPOSED").then().statusCode(200);
        agree(id, institute, partner);
        return id;
    }

    /** Moves the day that dates are compared with, and lets come to pass what that brings. */
    public static void moveClock(int days) {
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body("{\"days\": %d}".formatted(days))
                .put("/v1/sandbox/clock")
                .then()
                .statusCode(200);
    }
}
