package ma.jazari.events.calendar;

import static ma.jazari.events.programevent.ApiFixture.move;
import static ma.jazari.events.programevent.ApiFixture.published;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Date;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class CalendarResourceTest {

    @Test
    void shows_published_events_and_no_drafts() {
        var id = published("Dans le calendrier");

        var event = event(id);

        assertThat(event.getSummary().getValue()).isEqualTo("Dans le calendrier");
        assertThat(event.getDateStart().getValue()).isEqualTo(Date.from(Instant.parse("2026-06-01T09:00:00Z")));
        assertThat(event.getLocation().getValue()).isEqualTo("Amphithéâtre, Fès");
        assertThat(feed()).doesNotContain("STATUS:DRAFT");
    }

    @Test
    void gives_the_same_bytes_twice_and_304_to_who_has_them() {
        published("Stable");

        var first = anonymous().get("/v1/calendars/network.ics");
        var second = anonymous().header("Accept", "*/*").get("/v1/calendars/network.ics");

        first.then().statusCode(200).header("Content-Type", "text/calendar;charset=UTF-8");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        anonymous()
                .header("If-None-Match", first.header("ETag"))
                .get("/v1/calendars/network.ics")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(first.header("ETag")));
        anonymous()
                .header("If-None-Match", first.header("ETag"))
                .get("/v1/calendars/network.ics?lang=ar")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(first.header("ETag"))));
        published("Nouveau");
        anonymous()
                .header("If-None-Match", first.header("ETag"))
                .get("/v1/calendars/network.ics")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(first.header("ETag"))));
    }

    @Test
    void is_one_feed_for_all_languages_that_it_is_not_written_in() {
        published("Un colloque");
        var french = inLanguage("fr").header("ETag");

        assertThat(inLanguage("xx").header("ETag")).isEqualTo(french);
        assertThat(inLanguage("fr-MA,xx;q=0.9,es;q=0.8").header("ETag")).isEqualTo(french);
        assertThat(inLanguage("xx,ar").header("ETag"))
                .isEqualTo(inLanguage("ar").header("ETag"))
                .isNotEqualTo(french);
    }

    private static Response inLanguage(String accepted) {
        return anonymous().header("Accept-Language", accepted).get("/v1/calendars/network.ics");
    }

    @Test
    void keeps_a_cancelled_event_with_a_higher_sequence() {
        var id = published("Annulé");
        var before = event(id);

        move(id, "CANCELLED").then().statusCode(200);

        var after = event(id);
        assertThat(after.getStatus().isCancelled()).isTrue();
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
        assertThat(after.getDateTimeStamp().getValue())
                .isAfterOrEqualTo(before.getDateTimeStamp().getValue());
    }

    @Test
    void follows_an_event_that_is_moved_to_another_time() {
        var id = published("Déplacé");
        ApiFixture.patch(
                        Tokens.networkAdmin(),
                        id,
                        "*",
                        "{\"start\": \"2026-11-22T10:00\", \"end\": \"2026-11-22T12:00\"}")
                .then()
                .statusCode(200);

        assertThat(event(id).getDateStart().getValue()).isEqualTo(Date.from(Instant.parse("2026-11-22T10:00:00Z")));
        assertThat(event(id).getSequence().getValue()).isEqualTo(1);
    }

    @Test
    void refuses_what_it_cannot_answer() {
        anonymous()
                .header("Accept", "application/json")
                .get("/v1/calendars/network.ics")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        anonymous().get("/v1/calendars/network.ics?lang=!").then().statusCode(400);
        anonymous().get("/v1/calendars/network.ics?month=1").then().statusCode(400);
    }

    private static VEvent event(String id) {
        return Biweekly.parse(feed()).first().getEvents().stream()
                .filter(event -> event.getUid().getValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String feed() {
        return anonymous().get("/v1/calendars/network.ics").asString();
    }
}
