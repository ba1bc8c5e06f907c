package ma.jazari.events.calendar;

import static ma.jazari.events.programevent.ApiFixture.activeInstitute;
import static ma.jazari.events.programevent.ApiFixture.activeInstituteWithoutEvents;
import static ma.jazari.events.programevent.ApiFixture.create;
import static ma.jazari.events.programevent.ApiFixture.draft;
import static ma.jazari.events.programevent.ApiFixture.move;
import static ma.jazari.events.programevent.ApiFixture.published;
import static ma.jazari.events.programevent.ApiFixture.seminar;
import static ma.jazari.events.programevent.ApiFixture.session;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** One event as a calendar file and as linked data. */
@QuarkusTest
@WithTestResource(RealParts.class)
class EventRepresentationTest {

    @Test
    void is_a_calendar_file_by_its_name_and_by_accept() {
        var id = published("Fichier");

        var file = anonymous().get("/v1/program-events/{id}.ics", id);
        var negotiated = anonymous().header("Accept", "text/calendar").get("/v1/program-events/{id}", id);

        file.then()
                .statusCode(200)
                .header("Content-Type", "text/calendar;charset=UTF-8")
                .header("Content-Language", "fr")
                .header("ETag", startsWith("\"2-"));
        assertThat(negotiated.asByteArray()).isEqualTo(file.asByteArray());
        assertThat(SecondReader.events(file.asString())).hasSize(1);
        anonymous()
                .header("If-None-Match", file.header("ETag"))
                .get("/v1/program-events/{id}.ics", id)
                .then()
                .statusCode(304);
    }

    @Test
    void has_its_agenda_in_its_file_for_those_who_want_it() {
        var id = published("Fichier avec agenda");
        var session = session(id, "Ouverture", "10:00", "10:30");

        var file = anonymous().get("/v1/program-events/{id}.ics?detail=sessions", id);

        assertThat(SecondReader.events(file.asString()).stream()
                        .map(event -> event.getUid().getValue()))
                .containsExactly(id, session);
        assertThat(SecondReader.event(file.asString(), session)
                        .getProperty("RELATED-TO")
                        .getValue())
                .isEqualTo(id);
        assertThat(anonymous()
                        .header("Accept", "text/calendar")
                        .get("/v1/program-events/{id}?detail=sessions", id)
                        .asByteArray())
                .isEqualTo(file.asByteArray());
        assertThat(SecondReader.events(
                        anonymous().get("/v1/program-events/{id}.ics", id).asString()))
                .hasSize(1);
        anonymous()
                .get("/v1/program-events/{id}.ics?detail=all", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("detail"));
    }

    @Test
    void has_its_agenda_in_its_linked_data() {
        var id = published("Données avec agenda");
        var second = session(id, "Deuxième", "10:30", "11:00");
        var first = session(id, "Première", "10:00", "10:30");

        linkedData(id)
                .then()
                .statusCode(200)
                .body("subEvent.identifier", contains(first, second))
                .body("subEvent[0].name", equalTo("Première"))
                .body("subEvent[0].startDate", equalTo("2026-06-01T10:00+01:00"))
                .body("subEvent[0].location[0].name", equalTo("Salle 2"))
                .body("subEvent[0].performer[0].name", equalTo("Amina El Idrissi"))
                .body("subEvent[0].performer[0].affiliation.name", equalTo("UM6P"))
                .body("subEvent[0].url", endsWith("/v1/program-events/" + id + "/sessions/" + first));
        linkedData(published("Données sans agenda")).then().body("$", not(hasKey("subEvent")));
    }

    @Test
    void offers_a_place_in_its_linked_data_until_there_is_none() {
        var body = seminar("Offre", activeInstitute(), ", \"registration\": {\"capacity\": 1}")
                .replace("2026-06-01", "2099-06-01");
        var id = create(Tokens.networkAdmin(), body)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        move(id, "PUBLISHED").then().statusCode(200);
        var before = linkedData(id);
        before.then()
                .body("offers.price", equalTo("0"))
                .body("offers.availability", equalTo("https://schema.org/InStock"))
                .body("offers.validThrough", equalTo("2099-06-01T10:00Z"))
                .body("offers", not(hasKey("validFrom")))
                .body("offers.url", endsWith("/v1/program-events/" + id + "/registrations"));

        anonymous()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Amina Berrada\", \"email\": \"amina.offre@example.org\"}")
                .post("/v1/program-events/{id}/registrations", id)
                .then()
                .statusCode(201);

        anonymous()
                .header("Accept", "application/ld+json")
                .header("If-None-Match", before.header("ETag"))
                .get("/v1/program-events/{id}", id)
                .then()
                .statusCode(200)
                .body("offers.availability", equalTo("https://schema.org/SoldOut"));
        linkedData(published("Sans inscription")).then().body("$", not(hasKey("offers")));
    }

    @Test
    void is_linked_data_by_accept() {
        var id = published("Données liées");
        move(id, "POSTPONED").then().statusCode(200);

        var answer = anonymous().header("Accept", "application/ld+json").get("/v1/program-events/{id}?lang=ar", id);

        answer.then().statusCode(200).header("Content-Type", "application/ld+json;charset=UTF-8");
        var event = JsonPath.from(answer.asString());
        assertThat(event.getString("'@context'")).isEqualTo("https://schema.org");
        assertThat(event.getString("'@type'")).isEqualTo("EducationEvent");
        assertThat(event.getString("name")).isEqualTo("Données liées");
        assertThat(event.getString("startDate")).isEqualTo("2026-06-01T10:00+01:00");
        assertThat(event.getString("eventStatus")).isEqualTo("https://schema.org/EventPostponed");
        assertThat(event.getString("location[0].address.addressLocality")).isEqualTo("Fès");
        assertThat(event.getString("organizer[0].name")).isEqualTo("Institut");
        assertThat(event.getString("url")).endsWith("/v1/program-events/" + id);
        anonymous()
                .header("Accept", "application/ld+json")
                .header("If-None-Match", answer.header("ETag"))
                .get("/v1/program-events/{id}?lang=ar", id)
                .then()
                .statusCode(304);
    }

    @Test
    void cannot_end_the_script_of_a_page_that_holds_its_linked_data() {
        var title = "R&D </script><script>alert(1)</script>";
        var answer = linkedData(published(title));

        assertThat(answer.asString()).doesNotContain("<", ">", "&");
        assertThat(JsonPath.from(answer.asString()).getString("name")).isEqualTo(title);
    }

    @Test
    void stays_plain_json_for_whoever_takes_anything() {
        var id = published("Ordinaire");

        for (var accept : new String[] {"*/*", "application/json", "application/*", "text/html, */*;q=0.1"}) {
            anonymous()
                    .header("Accept", accept)
                    .get("/v1/program-events/{id}", id)
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("id", equalTo(id));
        }
        anonymous()
                .header("Accept", "image/png")
                .get("/v1/program-events/{id}", id)
                .then()
                .statusCode(406);
    }

    @Test
    void shows_a_draft_to_nobody() {
        var institute = activeInstituteWithoutEvents();
        var id = draft("Brouillon", institute);

        for (var accept : new String[] {"text/calendar", "application/ld+json"}) {
            anonymous()
                    .header("Accept", accept)
                    .get("/v1/program-events/{id}", id)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
            as(Tokens.instituteAdmin(institute))
                    .header("Accept", accept)
                    .get("/v1/program-events/{id}", id)
                    .then()
                    .statusCode(404);
        }
        anonymous().get("/v1/program-events/{id}.ics", id).then().statusCode(404);
        anonymous()
                .get("/v1/program-events/none.ics")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-id"));
        anonymous()
                .get("/v1/program-events/{id}.ics?month=1", published("Paramètre"))
                .then()
                .statusCode(400);
    }

    @Test
    void is_news_in_the_atom_feed_when_it_changes() {
        var older = published("Nouvelle plus ancienne");
        var id = published("Nouvelle <b>&amp;");
        draft("Pas une nouvelle", activeInstituteWithoutEvents());
        move(older, "CANCELLED").then().statusCode(200);

        var feed = anonymous().get("/v1/calendars/network.atom");

        feed.then()
                .statusCode(200)
                .header("Content-Type", "application/atom+xml;charset=UTF-8")
                .body("feed.id", startsWith("urn:uuid:"))
                .body("feed.entry[0].id", equalTo("urn:uuid:" + older))
                .body("feed.entry[1].id", equalTo("urn:uuid:" + id))
                .body("feed.entry[1].title", equalTo("Nouvelle <b>&amp;"))
                .body("feed.entry[0].summary", startsWith("CANCELLED, 2026-06-01 10:00"))
                .body("feed.entry[1].link.@href", endsWith("/v1/program-events/" + id))
                .body("feed.entry.title.findAll { it == 'Pas une nouvelle' }.size()", equalTo(0));
        assertThat(feed.<String>path("feed.updated")).isEqualTo(feed.path("feed.entry[0].updated"));
        assertThat(anonymous().get("/v1/calendars/network.atom").asByteArray()).isEqualTo(feed.asByteArray());
        anonymous()
                .header("If-None-Match", feed.header("ETag"))
                .get("/v1/calendars/network.atom")
                .then()
                .statusCode(304);
        anonymous()
                .get("/v1/calendars/network.atom?type=PARTY")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("type"));
    }

    private static Response linkedData(String id) {
        return anonymous().header("Accept", "application/ld+json").get("/v1/program-events/{id}", id);
    }
}
