package ma.jazari.events.programevent;

import static ma.jazari.events.programevent.ApiFixture.activeInstituteWithoutEvents;
import static ma.jazari.events.programevent.ApiFixture.create;
import static ma.jazari.events.programevent.ApiFixture.move;
import static ma.jazari.events.programevent.ApiFixture.patch;
import static ma.jazari.events.programevent.ApiFixture.seminar;
import static ma.jazari.events.programevent.CallFixture.body;
import static ma.jazari.events.programevent.CallFixture.drafted;
import static ma.jazari.events.programevent.CallFixture.published;
import static ma.jazari.events.programevent.CallFixture.read;
import static ma.jazari.events.programevent.CallFixture.wall;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.jazari.events.registration.ShortQueues;
import ma.jazari.platform.test.LaterClock;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** Calls: what they are, and where they stand by the clock alone. */
@QuarkusTest
@TestProfile(ShortQueues.class)
@WithTestResource(RealParts.class)
class CallResourceTest {

    @Inject
    LaterClock clock;

    @Test
    void goes_from_upcoming_to_open_to_closed_without_anybody_writing_anything() {
        var id = published(activeInstituteWithoutEvents(), clock.instant(), 60, 120);
        var upcoming = read(id);
        upcoming.then()
                .body("callState", equalTo("UPCOMING"))
                .body("call.seeks", equalTo("PROJECTS"))
                .body("call.submissionUrl", equalTo("https://example.org/appel"));

        clock.putForward(Duration.ofMinutes(61));

        var open = anonymous().header("If-None-Match", upcoming.header("ETag")).get("/v1/program-events/{id}", id);
        open.then().statusCode(200).body("callState", equalTo("OPEN")).body("version", equalTo(2));
        anonymous()
                .header("If-None-Match", open.header("ETag"))
                .get("/v1/program-events/{id}", id)
                .then()
                .statusCode(304);

        clock.putForward(Duration.ofMinutes(60));

        read(id).then().body("callState", equalTo("CLOSED"));
        as(Tokens.networkAdmin())
                .get("/v1/program-events/{id}/history", id)
                .then()
                .body("items.type", contains("program-event.drafted", "program-event.published"))
                .body("toString()", not(containsString("callState")));
        patch(Tokens.networkAdmin(), id, upcoming.header("ETag"), "{\"languages\": [\"fr\"]}")
                .then()
                .statusCode(200);
    }

    @Test
    void finds_and_counts_calls_by_where_they_stand() {
        var host = activeInstituteWithoutEvents();
        var now = clock.instant();
        var later = published(host, now, 60, 240);
        var sooner = published(host, now, -60, 120);
        var soonest = published(host, now, -120, 60);
        var closed = published(host, now, -120, -60);
        var completed = published(host, now, -120, -60);
        move(completed, "COMPLETED").then().statusCode(200);
        published(seminar("Pas un appel", host));
        var ofHost = "institute=" + host + "&";

        found(ofHost + "callState=OPEN&sort=end").body("items.id", contains(soonest, sooner));
        found(ofHost + "callState=OPEN&sort=-end").body("items.id", contains(sooner, soonest));
        found(ofHost + "callState=UPCOMING").body("items.id", contains(later));
        found(ofHost + "callState=CLOSED").body("items.id", containsInAnyOrder(closed, completed));
        found(ofHost + "callState=UPCOMING,OPEN").body("items.id", containsInAnyOrder(later, sooner, soonest));
        found(ofHost + "callState=OPEN&seeks=PARTNERS").body("items", empty());
        found(ofHost + "facets=callState,seeks,type&total=true")
                .body("total", equalTo(6))
                .body(
                        "facets.callState",
                        containsInAnyOrder(count("OPEN", 2), count("CLOSED", 2), count("UPCOMING", 1)))
                .body("facets.seeks", contains(count("PROJECTS", 5)));
        found(ofHost + "callState=OPEN&facets=callState&q=appel&total=true")
                .body("total", equalTo(2))
                .body("facets.callState", contains(count("OPEN", 2)));
        anonymous()
                .get("/v1/program-events?callState=AJAR")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("callState"));
    }

    @Test
    void goes_on_with_a_list_of_open_calls_while_time_passes() {
        var host = activeInstituteWithoutEvents();
        var now = clock.instant();
        var first = published(host, now, -60, 120);
        var second = published(host, now, -30, 120);
        var query = "/v1/program-events?limit=1&callState=OPEN&institute=" + host;
        var page = anonymous().get(query);
        page.then().statusCode(200).body("items.id", contains(first));

        clock.putForward(Duration.ofMinutes(5));

        anonymous()
                .get(query + "&cursor={c}", page.<String>path("nextCursor"))
                .then()
                .statusCode(200)
                .body("items.id", contains(second));
    }

    @Test
    void counts_no_call_as_open_that_is_not_published() {
        var host = activeInstituteWithoutEvents();
        var now = clock.instant();
        var draft = drafted(body(host, wall(now, -60), wall(now, 60), "UTC"));
        var cancelled = published(host, now, -60, 60);
        move(cancelled, "CANCELLED").then().statusCode(200);
        var postponed = published(host, now, -60, 60);
        move(postponed, "POSTPONED").then().statusCode(200);

        for (var id : List.of(draft, cancelled, postponed)) {
            as(Tokens.networkAdmin())
                    .get("/v1/program-events/{id}", id)
                    .then()
                    .statusCode(200)
                    .body("$", not(hasKey("callState")));
        }
        as(Tokens.networkAdmin())
                .get("/v1/program-events?facets=callState&callState=UPCOMING,OPEN,CLOSED&institute=" + host)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("facets.callState", empty());
    }

    @Test
    void is_published_with_what_it_seeks_and_where_one_answers() {
        var host = activeInstituteWithoutEvents();
        var now = clock.instant();
        var bare = body(host, wall(now, 60), wall(now, 120), "UTC").replaceAll(",\\s*\"call\": \\{[^}]*}", "");
        var id = drafted(bare);

        move(id, "PUBLISHED").then().statusCode(409).body("missing.pointer", contains("/call"));
        patch(Tokens.networkAdmin(), id, "*", "{\"call\": {\"seeks\": \"PARTNERS\", \"submissionUrl\": \"mailto:x\"}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/call/submissionUrl"));
        patch(
                        Tokens.networkAdmin(),
                        id,
                        "*",
                        "{\"call\": {\"seeks\": \"PARTNERS\", \"submissionUrl\": \"https://example.org/p\"}}")
                .then()
                .statusCode(200);
        move(id, "PUBLISHED").then().statusCode(200).body("callState", equalTo("UPCOMING"));
        patch(Tokens.networkAdmin(), id, "*", "{\"call\": null}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/call"));
    }

    @Test
    void is_no_part_of_another_type_and_takes_no_registrations() {
        var call = ", \"call\": {\"seeks\": \"PROJECTS\", \"submissionUrl\": \"https://example.org/appel\"}";

        create(Tokens.networkAdmin(), seminar("Pas un appel", "j00000098", call))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/call"));
        create(
                        Tokens.networkAdmin(),
                        seminar("Appel", "j00000098", call + ", \"registration\": {}")
                                .replace("SEMINAR", "CALL"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/registration"));
    }

    @Test
    void is_completed_after_its_deadline_and_no_earlier() {
        var id = published(activeInstituteWithoutEvents(), clock.instant(), -60, 60);

        move(id, "COMPLETED").then().statusCode(409).body("detail", containsString("The call closes at"));
        patch(Tokens.networkAdmin(), id, "*", "{\"end\": \"" + wall(clock.instant(), -1) + "\"}")
                .then()
                .statusCode(200)
                .body("sequence", equalTo(1))
                .body("callState", equalTo("CLOSED"));
        move(id, "COMPLETED").then().statusCode(200).body("callState", equalTo("CLOSED"));

        as(Tokens.networkAdmin())
                .get("/v1/program-events/{id}/history", id)
                .then()
                .body("items[2].type", equalTo("program-event.rescheduled"));
    }

    @Test
    void lasts_as_long_as_the_day_lasts_anywhere_on_earth() {
        var day = clock.instant().plus(Duration.ofDays(30)).toString().substring(0, 10);
        var id = published(
                body(activeInstituteWithoutEvents(), wall(clock.instant(), -60 * 24), day + "T23:59", "Etc/GMT+12"));

        read(id).then()
                .body("callState", equalTo("OPEN"))
                .body("zone", equalTo("Etc/GMT+12"))
                .body("endInstant", equalTo(LocalDate.parse(day).plusDays(1) + "T11:59:00Z"));
    }

    private static Map<String, Object> count(String value, int count) {
        return Map.of("value", value, "count", count);
    }

    private static ValidatableResponse found(String query) {
        return anonymous().get("/v1/program-events?" + query).then().statusCode(200);
    }
}
