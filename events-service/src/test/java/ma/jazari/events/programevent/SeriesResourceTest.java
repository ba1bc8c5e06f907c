package ma.jazari.events.programevent;

import static ma.jazari.events.programevent.ApiFixture.activeInstitute;
import static ma.jazari.events.programevent.ApiFixture.create;
import static ma.jazari.events.programevent.ApiFixture.draft;
import static ma.jazari.events.programevent.ApiFixture.move;
import static ma.jazari.events.programevent.ApiFixture.patch;
import static ma.jazari.events.programevent.ApiFixture.seminar;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class SeriesResourceTest {

    @Test
    void makes_dated_events_at_the_same_wall_time_across_a_change_of_the_clocks() {
        var host = activeInstitute();
        var first = create(Tokens.networkAdmin(), seminar("Cycle", host).replace("2026-06-01", "2026-09-07"))
                .<String>path("id");

        var answer = repeat(
                Tokens.instituteAdmin(host), first, "{\"frequency\": \"WEEKLY\", \"interval\": 2, \"count\": 3}");

        var series = answer.then()
                .statusCode(201)
                .header("Location", startsWith("/v1/program-events?series="))
                .body("events.start", contains("2026-09-07T10:00", "2026-09-21T10:00", "2026-10-05T10:00"))
                .body("events[0].id", equalTo(first))
                .body("events.status", contains("DRAFT", "DRAFT", "DRAFT"))
                .extract()
                .<String>path("id");
        as(Tokens.instituteAdmin(host))
                .get("/v1/program-events?series={s}", series)
                .then()
                .statusCode(200)
                .body("items.seriesId", contains(series, series, series))
                .body(
                        "items.startInstant",
                        contains("2026-09-07T09:00:00Z", "2026-09-21T10:00:00Z", "2026-10-05T10:00:00Z"))
                .body("items.end", contains("2026-09-07T12:00", "2026-09-21T12:00", "2026-10-05T12:00"));
    }

    @Test
    void lets_each_event_of_a_series_differ() {
        var host = activeInstitute();
        var first = draft("Cycle varié", host);
        var made = repeat(Tokens.networkAdmin(), first, "{\"frequency\": \"DAILY\", \"until\": \"2026-06-02\"}");
        var second = made.<String>path("events[1].id");

        patch(Tokens.networkAdmin(), second, "*", "{\"titles\": [{\"value\": \"Autre\", \"lang\": \"fr\"}]}")
                .then()
                .statusCode(200)
                .body("seriesId", equalTo(made.path("id")));
        move(second, "PUBLISHED").then().statusCode(200);

        anonymous()
                .get("/v1/program-events?series={s}", made.<String>path("id"))
                .then()
                .body("items.displayTitle", contains("Autre"));
        as(Tokens.networkAdmin())
                .get("/v1/program-events/{id}", first)
                .then()
                .body("displayTitle", equalTo("Cycle varié"))
                .body("status", equalTo("DRAFT"));
    }

    @Test
    void lets_registration_open_and_close_with_each_event() {
        var registration =
                ", \"registration\": {\"opens\": \"2026-05-20T09:00\", \"closes\": \"2026-05-31T22:00:00Z\", \"capacity\": 20}";
        var first = create(Tokens.networkAdmin(), seminar("Cycle ouvert", activeInstitute(), registration))
                .<String>path("id");

        var series = repeat(Tokens.networkAdmin(), first, "{\"frequency\": \"WEEKLY\", \"count\": 2}")
                .<String>path("id");

        as(Tokens.networkAdmin())
                .get("/v1/program-events?series={s}", series)
                .then()
                .body("items.registration.opens", contains("2026-05-20T09:00", "2026-05-27T09:00"))
                .body("items.registration.closes", contains("2026-05-31T22:00:00Z", "2026-06-07T22:00Z"))
                .body("items.places.free", contains(20, 20));
    }

    @Test
    void passes_over_a_month_without_the_day() {
        var first = create(
                        Tokens.networkAdmin(),
                        seminar("Fin de mois", activeInstitute()).replace("2026-06-01", "2026-10-31"))
                .<String>path("id");

        repeat(Tokens.networkAdmin(), first, "{\"frequency\": \"MONTHLY\", \"count\": 3}")
                .then()
                .statusCode(201)
                .body("events.start", contains("2026-10-31T10:00", "2026-12-31T10:00", "2027-01-31T10:00"));
    }

    @Test
    void makes_no_more_than_two_hundred() {
        var first = draft("Sans fin", activeInstitute());

        repeat(Tokens.networkAdmin(), first, "{\"frequency\": \"DAILY\", \"until\": \"2190-01-01\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/until"));
        repeat(Tokens.networkAdmin(), first, "{\"frequency\": \"DAILY\", \"count\": 201}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/count"));
        repeat(Tokens.networkAdmin(), first, "{\"frequency\": \"MONTHLY\", \"interval\": 100, \"count\": 200}")
                .then()
                .statusCode(400);
        repeat(Tokens.networkAdmin(), first, "{\"frequency\": \"DAILY\", \"count\": 200}")
                .then()
                .statusCode(201)
                .body("events", hasSize(200));
    }

    @Test
    void refuses_what_makes_no_series() {
        var first = draft("Mal répété", activeInstitute());

        for (var body : new String[] {
            "{\"frequency\": \"WEEKLY\"}", "{\"frequency\": \"WEEKLY\", \"count\": 2, \"until\": \"2026-12-31\"}"
        }) {
            repeat(Tokens.networkAdmin(), first, body)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/count"));
        }
        repeat(Tokens.networkAdmin(), first, "{\"frequency\": \"YEARLY\", \"count\": 2}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/frequency"));
        for (var until : new String[] {"2026-06-02", "2020-01-01"}) {
            repeat(Tokens.networkAdmin(), first, "{\"frequency\": \"WEEKLY\", \"until\": \"" + until + "\"}")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/until"));
        }
        as(Tokens.networkAdmin()).get("/v1/program-events?series=x").then().statusCode(400);
    }

    @Test
    void makes_a_series_of_an_event_once() {
        var first = draft("Une seule fois", activeInstitute());
        repeat(Tokens.networkAdmin(), first, "{\"frequency\": \"DAILY\", \"count\": 2}")
                .then()
                .statusCode(201);

        repeat(Tokens.networkAdmin(), first, "{\"frequency\": \"DAILY\", \"count\": 2}")
                .then()
                .statusCode(409);
    }

    @Test
    void is_for_the_hosts_alone() {
        var host = activeInstitute();
        var first = draft("Cycle gardé", host);
        var body = "{\"frequency\": \"DAILY\", \"count\": 2}";

        anonymous()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post("/v1/program-events/{id}/series", first)
                .then()
                .statusCode(401);
        repeat(Tokens.instituteAdmin(activeInstitute()), first, body).then().statusCode(404);
        repeat(Tokens.auditor(), first, body).then().statusCode(403);
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/program-events/{id}/series", first)
                .then()
                .statusCode(428);
        var made = repeat(Tokens.instituteAdmin(host), first, body);
        anonymous()
                .get("/v1/program-events?series={s}", made.<String>path("id"))
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private static Response repeat(String token, String id, String body) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post("/v1/program-events/{id}/series", id);
    }
}
