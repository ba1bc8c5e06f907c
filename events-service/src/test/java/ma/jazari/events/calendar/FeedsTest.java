package ma.jazari.events.calendar;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.programevent.ApiFixture.activeInstituteWithoutEvents;
import static ma.jazari.events.programevent.ApiFixture.announceMerged;
import static ma.jazari.events.programevent.ApiFixture.create;
import static ma.jazari.events.programevent.ApiFixture.draft;
import static ma.jazari.events.programevent.ApiFixture.move;
import static ma.jazari.events.programevent.ApiFixture.patch;
import static ma.jazari.events.programevent.ApiFixture.seminar;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.events.programme.ProgrammeFixture;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.Test;

/** The feeds of parts of the network, as a second library reads them. */
@QuarkusTest
@WithTestResource(RealParts.class)
class FeedsTest {

    @Test
    void gives_moroccos_time_right_to_a_reader_of_the_feed() {
        var institute = activeInstituteWithoutEvents();
        var after = published(seminar("Après", institute).replace("2026-06-01", "2026-11-22"));
        var before = published(seminar("Avant", institute));
        var ramadan = published(seminar("Ramadan", institute).replace("2026-06-01", "2026-03-01"));

        var feed = feed("institutes/" + institute + ".ics");

        assertThat(start(feed, after)).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(start(feed, before)).isEqualTo(Instant.parse("2026-06-01T09:00:00Z"));
        assertThat(start(feed, ramadan)).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void changes_nothing_but_the_event_that_changed() {
        var institute = activeInstituteWithoutEvents();
        var changed = published(seminar("Change", institute));
        var stays = published(seminar("Reste", institute));
        var first = anonymous().get("/v1/calendars/institutes/{i}.ics", institute);
        var again = anonymous().get("/v1/calendars/institutes/{i}.ics", institute);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));

        patch(Tokens.networkAdmin(), changed, "*", "{\"end\": \"2026-06-01T12:30\"}")
                .then()
                .statusCode(200);

        var later = anonymous().get("/v1/calendars/institutes/{i}.ics", institute);
        assertThat(later.header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(component(later.asString(), stays)).isEqualTo(component(first.asString(), stays));
        assertThat(component(later.asString(), changed)).isNotEqualTo(component(first.asString(), changed));
        assertThat(without(later.asString(), changed)).isEqualTo(without(first.asString(), changed));
    }

    @Test
    void holds_the_published_events_of_the_institute_alone() {
        var institute = activeInstituteWithoutEvents();
        var own = published(seminar("Le sien", institute));
        var hidden = draft("Caché", institute);
        var elsewhere = published(seminar("Ailleurs", activeInstituteWithoutEvents()));

        assertThat(uids(feed("institutes/" + institute + ".ics"))).containsExactly(own);
        assertThat(feed("network.ics")).contains(own, elsewhere).doesNotContain(hidden);
    }

    @Test
    void keeps_a_cancelled_event_with_a_higher_sequence() {
        var institute = activeInstituteWithoutEvents();
        var id = published(seminar("Annulé", institute));

        move(id, "CANCELLED").then().statusCode(200);

        var event = SecondReader.event(feed("institutes/" + institute + ".ics"), id);
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getSequence().getSequenceNo()).isEqualTo(1);
    }

    @Test
    void narrows_a_feed_by_type_and_by_spoken_language() {
        var institute = activeInstituteWithoutEvents();
        var seminar = published(seminar("Séminaire", institute));
        var training = published(seminar("Formation", institute)
                .replace("\"SEMINAR\"", "\"TRAINING\"")
                .replace("[\"fr\", \"ar\"]", "[\"en\"]"));
        var path = "institutes/" + institute + ".ics";

        assertThat(uids(feed(path + "?type=TRAINING"))).containsExactly(training);
        assertThat(uids(feed(path + "?type=TRAINING,SEMINAR"))).containsExactlyInAnyOrder(training, seminar);
        assertThat(uids(feed(path + "?language=ar"))).containsExactly(seminar);
        assertThat(uids(feed(path + "?language=en&type=SEMINAR"))).isEmpty();
        anonymous()
                .get("/v1/calendars/" + path + "?type=PARTY")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("type"));
    }

    @Test
    void has_a_feed_for_each_programme() {
        var programme = ProgrammeFixture.programme();
        var id = published(
                seminar("Au programme", activeInstituteWithoutEvents(), ", \"programmeId\": \"" + programme + "\""));

        assertThat(uids(feed("programmes/" + programme + ".ics"))).containsExactly(id);
        assertThat(uids(feed("programmes/" + ProgrammeFixture.programme() + ".ics")))
                .isEmpty();
        anonymous()
                .get("/v1/calendars/programmes/none.ics")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-id"));
    }

    @Test
    void calls_the_feed_of_a_programme_by_its_name_in_the_callers_language() {
        var programme = ProgrammeFixture.programme();
        var path = "programmes/" + programme + ".ics";
        var before = anonymous().get("/v1/calendars/" + path);

        assertThat(feed(path + "?lang=ar")).contains("NAME:برنامج\r\n").contains("X-WR-CALNAME:برنامج\r\n");
        ProgrammeFixture.patch(programme, "*", "{\"titles\": [{\"value\": \"Programme renommé\", \"lang\": \"fr\"}]}")
                .then()
                .statusCode(200);

        anonymous()
                .header("If-None-Match", before.header("ETag"))
                .get("/v1/calendars/" + path)
                .then()
                .statusCode(200);
        assertThat(feed(path)).contains("\r\nNAME:Programme renommé\r\n", "\r\nX-WR-CALNAME:Programme renommé\r\n");
    }

    @Test
    void does_not_tell_programmes_that_are_planned_from_those_that_there_are_not() {
        var planned = ProgrammeFixture.programme(", \"status\": \"PLANNED\"");

        for (var id : List.of(planned, UUID.randomUUID().toString())) {
            anonymous()
                    .get("/v1/calendars/programmes/{id}.ics", id)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
        ProgrammeFixture.move(planned, "ACTIVE").then().statusCode(200);
        assertThat(uids(feed("programmes/" + planned + ".ics"))).isEmpty();
    }

    @Test
    void shows_sessions_to_those_who_want_them() {
        var institute = activeInstituteWithoutEvents();
        var id = published(seminar("Avec agenda", institute));
        var other = published(seminar("Sans agenda", institute));
        var second = ApiFixture.session(id, "Deuxième", "11:00", "12:00");
        var first = ApiFixture.session(id, "Première", "10:00", "11:00");
        var path = "institutes/" + institute + ".ics";

        assertThat(uids(feed(path))).containsExactlyInAnyOrder(id, other);
        assertThat(uids(feed(path + "?detail=events"))).containsExactlyInAnyOrder(id, other);
        assertThat(uids(feed(path + "?detail=sessions")))
                .containsExactlyInAnyOrder(id, other, first, second)
                .containsSubsequence(id, first, second);
        anonymous()
                .get("/v1/calendars/" + path + "?detail=everything")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("detail"));
        anonymous().get("/v1/calendars/network.atom?detail=sessions").then().statusCode(400);
    }

    @Test
    void changes_nothing_but_the_event_whose_session_changed() {
        var institute = activeInstituteWithoutEvents();
        var changed = published(seminar("Agenda change", institute));
        var stays = published(seminar("Agenda reste", institute));
        var moved = ApiFixture.session(changed, "Déplacée", "10:00", "11:00");
        var still = ApiFixture.session(stays, "Fixe", "10:00", "11:00");
        var path = "/v1/calendars/institutes/" + institute + ".ics?detail=sessions";
        var first = anonymous().get(path);
        assertThat(anonymous().get(path).asByteArray()).isEqualTo(first.asByteArray());

        as(Tokens.networkAdmin())
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", "*")
                .body("{\"end\": \"2026-06-01T11:30\"}")
                .patch("/v1/program-events/{id}/sessions/{s}", changed, moved)
                .then()
                .statusCode(200);

        var later = anonymous().get(path);
        assertThat(later.header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(component(later.asString(), stays)).isEqualTo(component(first.asString(), stays));
        assertThat(component(later.asString(), still)).isEqualTo(component(first.asString(), still));
        assertThat(sequence(later.asString(), moved)).isGreaterThan(sequence(first.asString(), moved));
        assertThat(without(without(later.asString(), changed), moved))
                .isEqualTo(without(without(first.asString(), changed), moved));
    }

    @Test
    void cancels_the_sessions_of_a_cancelled_event() {
        var institute = activeInstituteWithoutEvents();
        var id = published(seminar("Agenda annulé", institute));
        var session = ApiFixture.session(id, "Annulée", "10:00", "11:00");
        var path = "institutes/" + institute + ".ics?detail=sessions";
        var before = sequence(feed(path), session);

        move(id, "CANCELLED").then().statusCode(200);

        var event = SecondReader.event(feed(path), session);
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getSequence().getSequenceNo()).isGreaterThan(before);
        assertThat(event.getProperty("RELATED-TO").getValue()).isEqualTo(id);
    }

    @Test
    void has_a_feed_for_each_region() {
        var institute = activeInstituteWithoutEvents();
        var here = published(seminar("Ici", institute).replace("MA-03", "MA-11"));
        var there = published(seminar("Là", institute));

        assertThat(uids(feed("regions/MA-11.ics"))).contains(here).doesNotContain(there);
        assertThat(feed("regions/MA-11.ics?lang=ar")).contains("العيون");
        for (var code : List.of("MA-13", "ma-11", "FR")) {
            anonymous()
                    .get("/v1/calendars/regions/{code}.ics", code)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("code"));
        }
    }

    @Test
    void does_not_tell_institutes_that_are_hidden_from_those_that_there_are_not() {
        var hidden = PublicId.random('j');
        ApiFixture.announce(hidden, "created", "DRAFT", 1);

        anonymous().get("/v1/calendars/institutes/{i}.ics", hidden).then().statusCode(404);
        anonymous()
                .get("/v1/calendars/institutes/{i}.ics", PublicId.random('j'))
                .then()
                .statusCode(404);
        anonymous()
                .get("/v1/calendars/institutes/j4k7xq237.ics")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-id"));
    }

    @Test
    void leads_from_a_merged_institute_to_its_successor_who_has_the_events_of_both() {
        var old = activeInstituteWithoutEvents();
        var successor = activeInstituteWithoutEvents();
        var inherited = published(seminar("Hérité", old));
        var own = published(seminar("Propre", successor));

        announceMerged(old, successor, 4);

        await().atMost(20, SECONDS)
                .until(() -> feed("institutes/" + successor + ".ics").contains(inherited));
        assertThat(uids(feed("institutes/" + successor + ".ics"))).containsExactlyInAnyOrder(inherited, own);
        anonymous()
                .redirects()
                .follow(false)
                .get("/v1/calendars/institutes/{i}.ics?type=SEMINAR", old)
                .then()
                .statusCode(308)
                .header("Location", "/v1/calendars/institutes/" + successor + ".ics?type=SEMINAR")
                .header("Cache-Control", "no-cache");
    }

    @Test
    void shows_the_new_name_of_a_host_at_once() {
        var institute = activeInstituteWithoutEvents();
        published(seminar("Nommé", institute));
        var before = anonymous().get("/v1/calendars/institutes/{i}.ics", institute);

        TopicReader.publish(
                "jazari.institutes",
                "institute.updated",
                institute,
                """
                {"id": "%s", "kind": "INSTITUTE", "status": "ACTIVE", "region": "MA-03", "version": 7,
                 "names": [{"value": "Institut renommé", "lang": "fr", "type": "DISPLAY"}]}
                """
                        .formatted(institute));

        await().atMost(20, SECONDS).untilAsserted(() -> anonymous()
                .header("If-None-Match", before.header("ETag"))
                .get("/v1/calendars/institutes/{i}.ics", institute)
                .then()
                .statusCode(200));
        assertThat(feed("institutes/" + institute + ".ics")).contains("CN=Institut renommé");
    }

    private static String published(String body) {
        var id = create(Tokens.networkAdmin(), body)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        move(id, "PUBLISHED").then().statusCode(200);
        return id;
    }

    private static String feed(String path) {
        return anonymous()
                .get("/v1/calendars/" + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> uids(String feed) {
        return SecondReader.events(feed).stream()
                .map(event -> event.getUid().getValue())
                .toList();
    }

    private static Instant start(String feed, String uid) {
        return SecondReader.start(SecondReader.event(feed, uid));
    }

    private static int sequence(String feed, String uid) {
        return SecondReader.event(feed, uid).getSequence().getSequenceNo();
    }

    private static String component(String feed, String uid) {
        int at = feed.indexOf("UID:" + uid);
        return feed.substring(feed.lastIndexOf("BEGIN:VEVENT", at), feed.indexOf("END:VEVENT", at));
    }

    private static String without(String feed, String uid) {
        return feed.replace(component(feed, uid), "");
    }
}
