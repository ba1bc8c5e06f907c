package ma.jazari.events.programevent;

import static ma.jazari.platform.test.Api.anonymous;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import ma.jazari.platform.test.Tokens;

/** Calls for tests, made through the API as a client would make them. */
final class CallFixture {

    private CallFixture() {}

    /** A call for projects with these wall times in a zone. */
    static String body(String host, String start, String end, String zone) {
        return """
                {"type": "CALL", "titles": [{"value": "Appel à projets", "lang": "fr"}],
                 "start": "%s", "end": "%s", "zone": "%s", "attendance": "ONLINE", "hostInstituteIds": ["%s"],
                 "call": {"seeks": "PROJECTS", "submissionUrl": "https://example.org/appel"}}
                """
                .formatted(start, end, zone, host);
    }

    static String drafted(String body) {
        return ApiFixture.create(Tokens.networkAdmin(), body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String published(String body) {
        var id = drafted(body);
        ApiFixture.move(id, "PUBLISHED").then().statusCode(200);
        return id;
    }

    /** A published call that opens and closes so many minutes after an instant. */
    static String published(String host, Instant at, int opens, int closes) {
        return published(body(host, wall(at, opens), wall(at, closes), "UTC"));
    }

    static String wall(Instant at, int minutes) {
        return LocalDateTime.ofInstant(at.plus(minutes, ChronoUnit.MINUTES), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    static Response read(String id) {
        return anonymous().get("/v1/program-events/{id}", id);
    }
}
