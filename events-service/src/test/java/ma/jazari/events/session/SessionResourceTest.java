package ma.jazari.events.session;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.programevent.ApiFixture.activeInstitute;
import static ma.jazari.events.programevent.ApiFixture.draft;
import static ma.jazari.events.programevent.ApiFixture.move;
import static ma.jazari.events.programevent.ApiFixture.published;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class SessionResourceTest {

    private static final String SESSIONS = "/v1/program-events/{id}/sessions";

    @Test
    void adds_a_session_to_the_agenda_of_an_event() {
        var event = published("Journée avec agenda");

        var answer = add(Tokens.networkAdmin(), event, session("Ouverture", "10:00", "10:30"));

        var id = answer.then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .header("Content-Language", "fr")
                .body("programEventId", equalTo(event))
                .body("displayTitle", equalTo("Ouverture"))
                .body("zone", equalTo("Africa/Casablanca"))
                .body("startInstant", equalTo("2026-06-01T09:00:00Z"))
                .body("room", equalTo("Salle 2"))
                .body("speakers.name", contains("Amina El Idrissi"))
                .extract()
                .<String>path("id");
        assertThat(answer.header("Location")).isEqualTo("/v1/program-events/" + event + "/sessions/" + id);
        anonymous().get(answer.header("Location")).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void lists_the_agenda_in_the_order_of_time_whatever_the_zones() {
        var event = published("Journée ordonnée");
        add(Tokens.networkAdmin(), event, session("Deuxième", "10:30", "11:00"));
        add(Tokens.networkAdmin(), event, session("Première", "10:00", "10:30"));
        // 09:30 in Paris is 08:30 in Casablanca.
        add(
                        Tokens.networkAdmin(),
                        event,
                        session("Avant tout", "09:30", "09:45").replace("}]}", "}], \"zone\": \"Europe/Paris\"}"))
                .then()
                .statusCode(201)
                .body("startInstant", equalTo("2026-06-01T07:30:00Z"));

        var first = anonymous().get(SESSIONS + "?limit=2", event);
        first.then().statusCode(200).body("items.displayTitle", contains("Avant tout", "Première"));
        anonymous()
                .get(SESSIONS + "?limit=2&cursor={c}", event, first.<String>path("nextCursor"))
                .then()
                .body("items.displayTitle", contains("Deuxième"))
                .body("$", not(hasKey("nextCursor")));
    }

    @Test
    void changes_a_session_by_its_own_version() {
        var event = published("Journée changée");
        var added = add(Tokens.networkAdmin(), event, session("Avant", "10:00", "10:30"));
        var path = added.header("Location");

        patch(Tokens.networkAdmin(), path, added.header("ETag"), "{\"room\": \"Salle 9\", \"speakers\": null}")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"2-"))
                .body("room", equalTo("Salle 9"))
                .body("speakers", empty())
                .body("start", equalTo("2026-06-01T10:00"));
        patch(Tokens.networkAdmin(), path, added.header("ETag"), "{\"room\": \"Salle 1\"}")
                .then()
                .statusCode(412);
        as(Tokens.networkAdmin())
                .contentType(Api.MERGE_PATCH)
                .body("{}")
                .patch(path)
                .then()
                .statusCode(428);
        patch(Tokens.networkAdmin(), path, "*", "{\"end\": \"2026-06-01T10:00\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/end"));
    }

    @Test
    void takes_a_session_away_and_remembers_it() {
        var event = published("Journée allégée");
        var added = add(Tokens.networkAdmin(), event, session("De trop", "10:00", "10:30"));
        var path = added.header("Location");
        var id = added.<String>path("id");

        as(Tokens.networkAdmin()).delete(path).then().statusCode(428);
        as(Tokens.networkAdmin())
                .header("If-Match", "\"9\"")
                .delete(path)
                .then()
                .statusCode(412);
        as(Tokens.networkAdmin())
                .header("If-Match", added.header("ETag"))
                .delete(path)
                .then()
                .statusCode(204);

        anonymous().get(path).then().statusCode(404);
        anonymous().get(SESSIONS, event).then().body("items", empty());
        var history = as(Tokens.networkAdmin())
                .get("/v1/program-events/{id}/history?limit=200", event)
                .asString();
        assertThat(HashChain.holds(history)).isTrue();
        assertThat(history).contains("program-event.session-added", "program-event.session-removed", "/sessions", id);
        anonymous().get("/v1/program-events/{id}", event).then().body("version", equalTo(4));
    }

    @Test
    void publishes_the_agenda_with_the_event() {
        var institute = activeInstitute();
        var event = draft("Journée annoncée", institute);
        var id = add(Tokens.instituteAdmin(institute), event, session("Annoncée", "10:00", "10:30"))
                .<String>path("id");
        var since = Feed.end();
        move(event, "PUBLISHED").then().statusCode(200);

        await().atMost(20, SECONDS).untilAsserted(() -> anonymous()
                .get("/v1/changes?types=program-event.published&limit=200&after={after}", since)
                .then()
                .body(
                        "items.find { it.subject.id == '" + event + "' }.data.sessions.'" + id + "'.room",
                        equalTo("Salle 2")));
    }

    @Test
    void leaves_the_past_of_the_event_readable_and_its_record_as_it_was_written() {
        var event = published("Journée relue");
        add(Tokens.networkAdmin(), event, session("Relue", "10:00", "10:30"))
                .then()
                .statusCode(201);

        anonymous()
                .get("/v1/program-events/{id}?asOf=2100-01-01", event)
                .then()
                .statusCode(200)
                .body("version", equalTo(3))
                .body("displayTitle", equalTo("Journée relue"));
        var check = as(Tokens.auditor()).get("/v1/program-events/integrity").asString();
        assertThat(check).doesNotContain(event);
    }

    @Test
    void shows_the_agenda_as_it_was() {
        var event = published("Journée au passé");
        var before = updatedAt(event);
        var second = add(Tokens.networkAdmin(), event, session("Deuxième", "10:30", "11:00"));
        var first = add(Tokens.networkAdmin(), event, session("Première", "10:00", "10:30"));
        var then = updatedAt(event);
        patch(Tokens.networkAdmin(), first.header("Location"), "*", "{\"room\": \"Salle 9\"}")
                .then()
                .statusCode(200);
        as(Tokens.networkAdmin())
                .header("If-Match", "*")
                .delete(second.header("Location"))
                .then()
                .statusCode(204);

        var page = asOf(event, then + "&limit=1&total=true");
        page.then()
                .statusCode(200)
                .body("items.id", contains(first.<String>path("id")))
                .body("items[0].room", equalTo("Salle 2"))
                .body("items[0].startInstant", equalTo("2026-06-01T09:00:00Z"))
                .body("items[0]", not(hasKey("version")))
                .body("items[0]", not(hasKey("updatedAt")))
                .body("total", equalTo(2));
        asOf(event, then + "&limit=1&cursor=" + page.<String>path("nextCursor"))
                .then()
                .body("items.id", contains(second.<String>path("id")))
                .body("$", not(hasKey("nextCursor")));
        asOf(event, before).then().statusCode(200).body("items", empty());
        asOf(event, "2100-01-01").then().body("items.room", contains("Salle 9"));
    }

    @Test
    void shows_the_past_of_an_agenda_to_those_alone_who_could_see_it() {
        var institute = activeInstitute();
        var event = draft("Journée au passé caché", institute);
        add(Tokens.instituteAdmin(institute), event, session("Cachée", "10:00", "10:30"));
        var hidden =
                as(Tokens.networkAdmin()).get("/v1/program-events/{id}", event).<String>path("updatedAt");
        move(event, "PUBLISHED").then().statusCode(200);

        asOf(event, hidden).then().statusCode(404);
        as(Tokens.instituteAdmin(institute))
                .get(SESSIONS + "?asOf=" + hidden, event)
                .then()
                .statusCode(200)
                .body("items.displayTitle", contains("Cachée"));
        asOf(event, "2020-01-01").then().statusCode(404);
        asOf(event, "yesterday").then().statusCode(400).body("errors.pointer", contains("asOf"));
        asOf("none", "2100-01-01").then().statusCode(400);
        asOf(event, "2100-01-01&cursor=none").then().statusCode(400);
    }

    @Test
    void hides_the_agenda_of_a_draft_from_strangers() {
        var institute = activeInstitute();
        var event = draft("Journée cachée", institute);
        var added = add(Tokens.instituteAdmin(institute), event, session("Cachée", "10:00", "10:30"));
        var stranger = Tokens.instituteAdmin(activeInstitute());

        anonymous().get(SESSIONS, event).then().statusCode(404);
        anonymous().get(added.header("Location")).then().statusCode(404);
        as(stranger).get(SESSIONS, event).then().statusCode(404);
        add(stranger, event, session("Autre", "10:00", "10:30")).then().statusCode(404);
        patch(stranger, added.header("Location"), "*", "{}").then().statusCode(404);
        as(Tokens.instituteAdmin(institute))
                .get(SESSIONS, event)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(added.<String>path("id")));
    }

    @Test
    void lets_only_the_hosts_write() {
        var event = published("Journée gardée");
        var body = session("Intruse", "10:00", "10:30");

        anonymous()
                .contentType(ContentType.JSON)
                .body(body)
                .post(SESSIONS, event)
                .then()
                .statusCode(401);
        add(Tokens.auditor(), event, body).then().statusCode(403);
        add(Tokens.instituteAdmin(activeInstitute()), event, body).then().statusCode(403);
    }

    @Test
    void says_all_that_is_wrong_with_its_pointer() {
        var event = published("Journée fautive");

        add(
                        Tokens.networkAdmin(),
                        event,
                        """
                        {"titles": [], "start": "10:00", "end": "2026-06-01", "room": "", "speakers": [{"name": ""}], "id": "x"}
                        """)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/titles", "/start", "/end", "/room", "/speakers/0/name", "/id"));
        add(Tokens.networkAdmin(), event, session("Zone", "10:00", "10:30").replace("}]}", "}], \"zone\": \"+01:00\"}"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/zone"));
        anonymous().get("/v1/program-events/none/sessions").then().statusCode(400);
        anonymous()
                .get(SESSIONS + "/019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f", event)
                .then()
                .statusCode(404);
        anonymous().get(SESSIONS + "/none", event).then().statusCode(400);
    }

    @Test
    void leaves_a_cancelled_event_as_it_was() {
        var event = published("Journée annulée");
        move(event, "CANCELLED").then().statusCode(200);

        add(Tokens.networkAdmin(), event, session("Trop tard", "10:00", "10:30"))
                .then()
                .statusCode(409);
    }

    private static String session(String title, String start, String end) {
        return """
                {"titles": [{"value": "%s", "lang": "fr"}], "start": "2026-06-01T%s", "end": "2026-06-01T%s",
                 "room": "Salle 2", "speakers": [{"name": "Amina El Idrissi", "affiliation": "UM6P"}]}
                """
                .formatted(title, start, end);
    }

    private static Response asOf(String event, String then) {
        return anonymous().get(SESSIONS + "?asOf=" + then, event);
    }

    private static String updatedAt(String event) {
        return anonymous().get("/v1/program-events/{id}", event).path("updatedAt");
    }

    private static Response add(String token, String event, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post(SESSIONS, event);
    }

    private static Response patch(String token, String path, String ifMatch, String patch) {
        return as(token)
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", ifMatch)
                .body(patch)
                .patch(path);
    }
}
