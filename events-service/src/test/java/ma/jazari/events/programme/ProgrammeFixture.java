package ma.jazari.events.programme;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;

/** Programmes and their figures for tests, made through the API as a client would make them. */
public final class ProgrammeFixture {

    private ProgrammeFixture() {}

    public static String code() {
        return "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    public static String body(String code, String more) {
        return """
                {"code": "%s", "titles": [{"value": "Programme %s", "lang": "fr"}, {"value": "برنامج", "lang": "ar"}],
                 "from": "2026-01-12", "to": "2030-12-31" %s}
                """
                .formatted(code, code, more);
    }

    public static Response create(String token, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/v1/programmes");
    }

    /** The id of a new programme, which is active. */
    public static String programme() {
        return programme("");
    }

    /** The id of a new programme with more properties, which begin with a comma. */
    public static String programme(String more) {
        return create(Tokens.networkAdmin(), body(code(), more))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String under(String parent) {
        return programme(", \"parentId\": \"" + parent + "\"");
    }

    public static Response patch(String id, String ifMatch, String patch) {
        return as(Tokens.networkAdmin())
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", ifMatch)
                .body(patch)
                .patch("/v1/programmes/{id}", id);
    }

    public static Response move(String id, String to) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"%s\", \"reason\": \"as the test says\"}".formatted(to))
                .post("/v1/programmes/{id}/transitions", id);
    }

    public static String indicatorBody(String key, String more) {
        return """
                {"key": "%s", "titles": [{"value": "Contribution au PIB", "lang": "fr"},
                                         {"value": "المساهمة في الناتج الداخلي", "lang": "ar"},
                                         {"value": "Contribution to GDP", "lang": "en"}],
                 "unit": "USD", "target": "1000", "targetDate": "2030-12-31" %s}
                """
                .formatted(key, more);
    }

    public static Response addIndicator(String token, String programme, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/v1/programmes/{id}/indicators", programme);
    }

    /** Adds an indicator that is aggregated so. */
    public static void indicator(String programme, String key, String aggregation) {
        addIndicator(Tokens.networkAdmin(), programme, indicatorBody(key, ", \"aggregation\": \"" + aggregation + "\""))
                .then()
                .statusCode(201);
    }

    public static String measurementBody(String institute, String from, String to, String value, String more) {
        return """
                {"indicator": "gdp", "instituteId": "%s", "period": {"from": "%s", "to": "%s"}, "value": "%s",
                 "source": "Comptes annuels", "method": "Somme des contrats" %s}
                """
                .formatted(institute, from, to, value, more);
    }

    public static Response report(String token, String programme, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/v1/programmes/{id}/measurements", programme);
    }

    /** The id of a new measurement of gdp. */
    public static String reported(String programme, String institute, String from, String to, String value) {
        return reported(programme, institute, from, to, value, "");
    }

    public static String correcting(
            String programme, String institute, String from, String to, String value, String corrects) {
        return reported(programme, institute, from, to, value, ", \"corrects\": \"" + corrects + "\"");
    }

    private static String reported(
            String programme, String institute, String from, String to, String value, String more) {
        return report(Tokens.networkAdmin(), programme, measurementBody(institute, from, to, value, more))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response judge(String token, String programme, String measurement, String to) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"%s\", \"reason\": \"as the test says\"}".formatted(to))
                .post("/v1/programmes/{id}/measurements/{mid}/transitions", programme, measurement);
    }

    public static void verify(String programme, String measurement) {
        judge(Tokens.networkAdmin(), programme, measurement, "VERIFIED").then().statusCode(200);
    }

    /** An institute that this service knows as active, from a message as institutes-service sends it. */
    public static String institute(String region) {
        var id = PublicId.random('j');
        announce(id, "ACTIVE", region, 3);
        var probe = programme();
        indicator(probe, "gdp", "SUM");
        await().atMost(20, SECONDS)
                .until(() ->
                        report(Tokens.networkAdmin(), probe, measurementBody(id, "2026-01-01", "2026-01-31", "1", ""))
                                        .statusCode()
                                == 201);
        return id;
    }

    public static void announce(String id, String status, String region, long version) {
        announce(id, status, region, version, Instant.now(), "");
    }

    /** Tells that the one became part of the other. */
    public static void announceMerged(String id, String successor, Instant at) {
        announce(id, "MERGED", "MA-03", 9, at, ", \"successorId\": \"" + successor + "\"");
    }

    private static void announce(String id, String status, String region, long version, Instant at, String more) {
        TopicReader.publish(
                "jazari.institutes",
                "institute.updated",
                id,
                """
                {"id": "%s", "kind": "INSTITUTE", "status": "%s", "region": "%s", "version": %d, "updatedAt": "%s",
                 "names": [{"value": "Institut %s", "lang": "fr", "type": "DISPLAY"}] %s}
                """
                        .formatted(id, status, region, version, at, id, more));
    }

    public static Response get(String path, Object... parameters) {
        return anonymous().get(path, parameters);
    }
}
