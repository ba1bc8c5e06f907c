package ma.jazari.events.programevent;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.platform.test.Api.as;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;

/** Program events for tests, made through the API as a client would make them. */
public final class ApiFixture {

    private ApiFixture() {}

    public static String seminar(String title, String host) {
        return seminar(title, host, "");
    }

    public static String seminar(String title, String host, String more) {
        return """
                {"type": "SEMINAR", "titles": [{"value": "%s", "lang": "fr"}],
                 "start": "2026-06-01T10:00", "end": "2026-06-01T12:00",
                 "attendance": "ON_SITE", "venue": {"name": "Amphithéâtre", "city": "Fès", "region": "MA-03"},
                 "hostInstituteIds": ["%s"], "languages": ["fr", "ar"] %s}
                """
                .formatted(title, host, more);
    }

    public static Response create(String token, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/v1/program-events");
    }

    public static String draft(String title, String host) {
        return create(Tokens.networkAdmin(), seminar(title, host))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String published(String title) {
        var id = draft(title, activeInstitute());
        move(id, "PUBLISHED").then().statusCode(200);
        return id;
    }

    /** The id of a new session of the event, on the day of its seminar. */
    public static String session(String event, String title, String start, String end) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"titles": [{"value": "%s", "lang": "fr"}], "start": "2026-06-01T%s", "end": "2026-06-01T%s",
                         "room": "Salle 2", "speakers": [{"name": "Amina El Idrissi", "affiliation": "UM6P"}]}
                        """
                                .formatted(title, start, end))
                .post("/v1/program-events/{id}/sessions", event)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response move(String id, String to) {
        return move(Tokens.networkAdmin(), id, to);
    }

    static Response move(String token, String id, String to) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", etag(id))
                .body("{\"to\": \"%s\", \"reason\": \"as the test says\"}".formatted(to))
                .post("/v1/program-events/{id}/transitions", id);
    }

    public static Response patch(String token, String id, String ifMatch, String patch) {
        return as(token)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", ifMatch)
                .body(patch)
                .patch("/v1/program-events/{id}", id);
    }

    public static String etag(String id) {
        return as(Tokens.networkAdmin()).get("/v1/program-events/{id}", id).header("ETag");
    }

    /** An institute that this service knows as active, from a message as institutes-service sends it. */
    public static String activeInstitute() {
        var id = PublicId.random('j');
        announce(id, "activated", "ACTIVE", 3);
        await().atMost(20, SECONDS).until(() -> isActive(id));
        return id;
    }

    /** An institute that this service knows as active, which holds nothing. */
    public static String activeInstituteWithoutEvents() {
        var id = PublicId.random('j');
        announce(id, "activated", "ACTIVE", 3);
        await().atMost(20, SECONDS)
                .until(() -> Api.anonymous()
                                .get("/v1/calendars/institutes/{id}.ics", id)
                                .statusCode()
                        == 200);
        return id;
    }

    /** Tells that the one became part of the other. */
    public static void announceMerged(String id, String successor, long version) {
        announce(id, "merged", "MERGED", version, ", \"successorId\": \"" + successor + "\"");
    }

    public static void announce(String id, String what, String status, long version) {
        announce(id, what, status, version, "");
    }

    private static void announce(String id, String what, String status, long version, String more) {
        announce(id, "INSTITUTE", what, status, version, more);
    }

    private static void announce(String id, String kind, String what, String status, long version, String more) {
        boolean isPublic = !status.equals("DRAFT") && !status.equals("PENDING");
        TopicReader.publish(
                isPublic ? "jazari.institutes" : "jazari.institutes.restricted",
                "institute." + what,
                id,
                """
                {"id": "%s", "kind": "%s", "status": "%s", "region": "MA-03", "version": %d,
                 "names": [{"value": "Institut", "lang": "fr", "type": "DISPLAY"}] %s}
                """
                        .formatted(id, kind, status, version, more));
    }

    static boolean isActive(String institute) {
        var probe = draft("Sonde", institute);
        return move(probe, "PUBLISHED").statusCode() == 200;
    }
}
