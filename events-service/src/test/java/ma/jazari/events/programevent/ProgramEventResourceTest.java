package ma.jazari.events.programevent;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.programevent.ApiFixture.activeInstitute;
import static ma.jazari.events.programevent.ApiFixture.announce;
import static ma.jazari.events.programevent.ApiFixture.create;
import static ma.jazari.events.programevent.ApiFixture.draft;
import static ma.jazari.events.programevent.ApiFixture.etag;
import static ma.jazari.events.programevent.ApiFixture.isActive;
import static ma.jazari.events.programevent.ApiFixture.move;
import static ma.jazari.events.programevent.ApiFixture.patch;
import static ma.jazari.events.programevent.ApiFixture.published;
import static ma.jazari.events.programevent.ApiFixture.seminar;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class ProgramEventResourceTest {

    private static final String ROOT = "j00000098";
    private static final String STRANGER = "j4k7xq236";

    @Test
    void drafts_an_event_with_its_instants_derived() {
        var answer = create(Tokens.instituteAdmin(ROOT), seminar("Séminaire de printemps", ROOT));

        var id = answer.then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .header("Content-Language", "fr")
                .body("status", equalTo("DRAFT"))
                .body("displayTitle", equalTo("Séminaire de printemps"))
                .body("start", equalTo("2026-06-01T10:00"))
                .body("zone", equalTo("Africa/Casablanca"))
                .body("startInstant", equalTo("2026-06-01T09:00:00Z"))
                .body("endInstant", equalTo("2026-06-01T11:00:00Z"))
                .body("sequence", equalTo(0))
                .body("version", equalTo(1))
                .body("availableTransitions", contains("PUBLISHED"))
                .extract()
                .<String>path("id");
        assertThat(answer.header("Location")).isEqualTo("/v1/program-events/" + id);
    }

    @Test
    void knows_moroccos_time_before_and_after_its_change() {
        var body = seminar("Réunion", ROOT);

        for (var time : new String[][] {
            {"2026-11-22T10:00", "2026-11-22T10:00:00Z"},
            {"2026-06-01T10:00", "2026-06-01T09:00:00Z"},
            {"2026-03-01T10:00", "2026-03-01T10:00:00Z"}
        }) {
            create(
                            Tokens.networkAdmin(),
                            body.replace("2026-06-01T10:00", time[0])
                                    .replace("2026-06-01T12:00", time[0].replace("T10", "T12")))
                    .then()
                    .statusCode(201)
                    .body("startInstant", equalTo(time[1]));
        }
    }

    @Test
    void names_every_violation_with_its_pointer_at_once() {
        create(
                        Tokens.networkAdmin(),
                        """
                        {"type": "PARTY", "titles": [{"value": "", "lang": "French"}], "start": "2026-06-01T10:00Z",
                         "end": "tomorrow", "attendance": "ON_SITE", "venue": {"region": "MA-13", "lat": 91},
                         "onlineUrl": "ftp://x", "hostInstituteIds": [], "programmeId": "none", "conventionIds": ["x"],
                         "languages": ["Français"], "registration": {"capacity": 0}, "sequence": 4, "status": "PUBLISHED"}
                        """)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/type",
                                "/titles/0/value",
                                "/titles/0/lang",
                                "/start",
                                "/end",
                                "/venue/city",
                                "/venue/region",
                                "/venue/lat",
                                "/onlineUrl",
                                "/hostInstituteIds",
                                "/programmeId",
                                "/conventionIds/0",
                                "/languages/0",
                                "/registration/capacity",
                                "/sequence",
                                "/status"));
    }

    @Test
    void names_what_contradicts_itself() {
        create(
                        Tokens.networkAdmin(),
                        """
                        {"type": "SEMINAR", "titles": [{"value": "Seminar", "lang": "en"}, {"value": "Again", "lang": "en"}],
                         "start": "2026-06-01T10:00", "end": "2026-06-01T12:00", "attendance": "ON_SITE",
                         "onlineUrl": "https://example.org", "hostInstituteIds": ["j4k7xq237", "j00000098", "j00000098"]}
                        """)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/titles",
                                "/titles/1",
                                "/venue",
                                "/onlineUrl",
                                "/hostInstituteIds/0",
                                "/hostInstituteIds/2"));
    }

    @Test
    void refuses_a_time_that_does_not_exist_with_a_hint() {
        create(Tokens.networkAdmin(), seminar("Nuit", ROOT).replace("2026-06-01T10:00", "2026-03-22T02:30"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/start"))
                .body("errors[0].detail", containsString("2026-03-22T03:00"));
        create(Tokens.networkAdmin(), seminar("Fin", ROOT).replace("T12:00", "T10:00"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/end"));
        create(Tokens.networkAdmin(), seminar("Zone", ROOT, ", \"zone\": \"+01:00\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/zone"));
    }

    @Test
    void needs_a_token_and_a_host_that_the_caller_acts_for() {
        anonymous()
                .contentType(ContentType.JSON)
                .body(seminar("X", ROOT))
                .post("/v1/program-events")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"));
        create(Tokens.auditor(), seminar("X", ROOT)).then().statusCode(403);
        create(Tokens.partner("p00000098"), seminar("X", ROOT)).then().statusCode(403);
        create(Tokens.instituteAdmin(STRANGER), seminar("X", ROOT))
                .then()
                .statusCode(403)
                .body("detail", containsString("hostInstituteIds"));
        anonymous()
                .contentType(ContentType.JSON)
                .body("{\"to\": \"PUBLISHED\"}")
                .post("/v1/program-events/{id}/transitions", ROOT)
                .then()
                .statusCode(401);
        anonymous()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/v1/program-events/{id}", ROOT)
                .then()
                .statusCode(401);
    }

    @Test
    void hides_a_draft_from_strangers_everywhere() {
        var id = draft("Brouillon introuvable", ROOT);

        for (var token : new String[] {Tokens.instituteAdmin(STRANGER), Tokens.partner("p00000098")}) {
            as(token).get("/v1/program-events/{id}", id).then().statusCode(404);
            as(token).get("/v1/program-events/{id}?asOf=2100-01-01", id).then().statusCode(404);
            as(token).get("/v1/program-events/{id}/history", id).then().statusCode(404);
            as(token)
                    .get("/v1/program-events?q=introuvable&total=true")
                    .then()
                    .body("items", empty())
                    .body("total", equalTo(0));
        }
        anonymous().get("/v1/program-events/{id}", id).then().statusCode(404);
        patch(Tokens.instituteAdmin(STRANGER), id, "*", "{}").then().statusCode(404);
        move(Tokens.instituteAdmin(STRANGER), id, "PUBLISHED").then().statusCode(404);
        for (var token : new String[] {Tokens.instituteAdmin(ROOT), Tokens.auditor(), Tokens.networkAdmin()}) {
            as(token).get("/v1/program-events/{id}", id).then().statusCode(200);
            as(token).get("/v1/program-events?q=introuvable").then().body("items.id", contains(id));
        }
    }

    @Test
    void tells_a_malformed_id_from_an_unknown_one() {
        anonymous()
                .get("/v1/program-events/j4k7xq236")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-id"));
        anonymous()
                .get("/v1/program-events/019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f")
                .then()
                .statusCode(404);
    }

    @Test
    void publishes_with_active_hosts_alone_and_says_why_not() {
        var hidden = PublicId.random('j');
        var closed = activeInstitute();
        announce(hidden, "created", "DRAFT", 1);
        announce(closed, "closed", "CLOSED", 9);
        await().atMost(20, SECONDS).until(() -> !isActive(closed));
        var own = activeInstitute();
        var id = create(
                        Tokens.instituteAdmin(own),
                        seminar("Hôtes", own).replace("[\"" + own, "[\"" + own + "\", \"" + hidden + "\", \"" + closed))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        move(Tokens.instituteAdmin(own), id, "PUBLISHED")
                .then()
                .statusCode(409)
                .body("hosts.id", contains(hidden, closed))
                .body("hosts[0].reason", equalTo("is no institute that you may see"))
                .body("hosts[0]", not(hasKey("status")))
                .body("hosts[1].reason", equalTo("is CLOSED, not ACTIVE"));
        await().atMost(20, SECONDS).untilAsserted(() -> move(id, "PUBLISHED")
                .then()
                .statusCode(409)
                .body("hosts[0].status", equalTo("DRAFT"))
                .body("detail", containsString(hidden + " is DRAFT")));
        patch(Tokens.instituteAdmin(own), id, etag(id), "{\"hostInstituteIds\": [\"" + own + "\"]}")
                .then()
                .statusCode(200);
        move(Tokens.instituteAdmin(own), id, "PUBLISHED").then().statusCode(200);
        patch(Tokens.networkAdmin(), id, etag(id), "{\"hostInstituteIds\": [\"" + own + "\", \"" + closed + "\"]}")
                .then()
                .statusCode(409)
                .body("hosts.id", contains(closed));
        patch(Tokens.instituteAdmin(own), id, etag(id), "{\"hostInstituteIds\": [\"" + closed + "\"]}")
                .then()
                .statusCode(403);
    }

    @Test
    void ignores_an_older_message_about_an_institute() {
        var host = activeInstitute();
        announce(host, "created", "DRAFT", 1);
        var probe = activeInstitute();

        assertThat(isActive(probe)).isTrue();
        assertThat(isActive(host)).isTrue();
    }

    @Test
    void names_what_a_draft_lacks_when_it_is_to_be_published() {
        var host = activeInstitute();
        var id = create(
                        Tokens.networkAdmin(),
                        seminar("En ligne", host).replace("ON_SITE", "MIXED").replace("SEMINAR", "SIGNATURE_CEREMONY"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        move(id, "PUBLISHED")
                .then()
                .statusCode(409)
                .body("missing.pointer", containsInAnyOrder("/onlineUrl", "/conventionIds"));
    }

    @Test
    void goes_through_its_lifecycle_and_counts_what_calendars_must_notice() {
        var id = published("Cycle de vie");

        move(id, "POSTPONED")
                .then()
                .statusCode(200)
                .body("statusReason", equalTo("as the test says"))
                .body("sequence", equalTo(1))
                .body("availableTransitions", contains("PUBLISHED", "CANCELLED"));
        patch(Tokens.networkAdmin(), id, etag(id), "{\"start\": \"2026-07-01T10:00\", \"end\": \"2026-07-01T12:00\"}")
                .then()
                .statusCode(200)
                .body("sequence", equalTo(2))
                .body("startInstant", equalTo("2026-07-01T09:00:00Z"));
        move(id, "PUBLISHED")
                .then()
                .statusCode(200)
                .body("sequence", equalTo(3))
                .body("$", not(hasKey("statusReason")));
        move(id, "DRAFT")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/move-not-allowed"))
                .body("allowed", contains("POSTPONED", "CANCELLED", "COMPLETED"));
        move(id, "COMPLETED").then().statusCode(200).body("availableTransitions", empty());
        as(Tokens.networkAdmin())
                .get("/v1/program-events/{id}/history", id)
                .then()
                .body(
                        "items.type",
                        contains(
                                "program-event.drafted",
                                "program-event.published",
                                "program-event.postponed",
                                "program-event.rescheduled",
                                "program-event.published",
                                "program-event.completed"));
    }

    @Test
    void does_not_cancel_a_draft_nor_complete_what_has_not_begun() {
        var id = draft("Pas encore", ROOT);
        move(id, "CANCELLED").then().statusCode(409).body("allowed", contains("PUBLISHED"));

        var future = published("Avenir");
        patch(
                        Tokens.networkAdmin(),
                        future,
                        etag(future),
                        "{\"start\": \"2126-07-01T10:00\", \"end\": \"2126-07-01T12:00\"}")
                .then()
                .statusCode(200);
        move(future, "COMPLETED").then().statusCode(409).body("detail", containsString("2126"));
    }

    @Test
    void wants_a_reason_and_the_version_that_a_move_is_based_on() {
        var id = published("Motif");

        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", etag(id))
                .body("{\"to\": \"CANCELLED\"}")
                .post("/v1/program-events/{id}/transitions", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body("{\"to\": \"CANCELLED\", \"reason\": \"x\"}")
                .post("/v1/program-events/{id}/transitions", id)
                .then()
                .statusCode(428);
        move(id, "CANCELLED").then().statusCode(200);
        patch(Tokens.networkAdmin(), id, etag(id), "{\"start\": \"2026-06-01T09:00\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void changes_by_merge_patch_with_if_match_alone() {
        var id = published("À changer");
        var stale = etag(id);

        as(Tokens.networkAdmin())
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/v1/program-events/{id}", id)
                .then()
                .statusCode(428);
        patch(
                        Tokens.networkAdmin(),
                        id,
                        stale,
                        "{\"venue\": {\"city\": \"Agadir\", \"region\": \"MA-09\", \"name\": null}}")
                .then()
                .statusCode(200)
                .body("venue.city", equalTo("Agadir"))
                .body("venue", not(hasKey("name")))
                .body("sequence", equalTo(1))
                .body("version", equalTo(3));
        patch(Tokens.networkAdmin(), id, stale, "{\"zone\": null}").then().statusCode(412);
        patch(Tokens.networkAdmin(), id, etag(id), "{\"zone\": null, \"venue\": {\"city\": \"Agadir\"}}")
                .then()
                .statusCode(200)
                .body("version", equalTo(3));
        patch(Tokens.networkAdmin(), id, etag(id), "{\"sequence\": 9, \"venue\": null}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/sequence"));
    }

    @Test
    void finds_by_what_a_calendar_is_asked_for() {
        var host = activeInstitute();
        var id = draft("Rentrée d'Ouarzazate", host);
        move(id, "PUBLISHED").then().statusCode(200);
        var filters = "type=SEMINAR&status=PUBLISHED,COMPLETED&region=MA-03&institute=" + host + "&language=ar,en";

        for (var query : new String[] {
            filters,
            "q=rentree ouarzazate&from=2026-06-01&to=2026-06-01",
            "institute=" + host + "&from=2026-06-01T09:00:00Z&to=2026-06-01T09:00:01Z"
        }) {
            anonymous()
                    .get("/v1/program-events?" + query)
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
        }
        for (var query : new String[] {
            "type=CALL", "language=en", "region=MA-01", "from=2026-06-02", "to=2026-05-31", "to=2026-06-01T09:00:00Z"
        }) {
            anonymous()
                    .get("/v1/program-events?institute=" + host + "&" + query)
                    .then()
                    .statusCode(200)
                    .body("items", not(hasItem(id)))
                    .body("items.id", not(hasItem(id)));
        }
    }

    @Test
    void pages_through_a_list_in_every_order() {
        var host = activeInstitute();
        for (int i = 0; i < 4; i++) {
            var id = draft("Page " + i, host);
            move(id, "PUBLISHED").then().statusCode(200);
        }

        for (var sort : new String[] {"start", "-start", "id", "updatedAt", "-updatedAt"}) {
            var list = "/v1/program-events?limit=2&total=true&q=page&institute=" + host + "&sort=" + sort;
            var first = anonymous()
                    .get(list)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(4))
                    .extract();
            anonymous()
                    .get(list + "&cursor={c}", first.<String>path("nextCursor"))
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(2))
                    .body("$", not(hasKey("nextCursor")))
                    .body("items.id", not(hasItem(first.<String>path("items[1].id"))));
            as(Tokens.instituteAdmin(host))
                    .get("/v1/program-events?limit=1&sort=" + sort)
                    .then()
                    .statusCode(200);
        }
        for (var bad : new String[] {"sort=colour", "from=soon", "region=MA-77", "type=PARTY", "regoin=MA-01"}) {
            anonymous().get("/v1/program-events?" + bad).then().statusCode(400);
        }
    }

    @Test
    void resumes_the_list_of_an_administrator_who_sees_drafts() {
        var host = PublicId.random('j');
        draft("Suite", host);
        draft("Suite", host);
        var list = "/v1/program-events?limit=1&institute=" + host;

        var first = as(Tokens.instituteAdmin(host)).get(list).<String>path("nextCursor");

        as(Tokens.instituteAdmin(host))
                .get(list + "&cursor={c}", first)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        as(Tokens.instituteAdmin(host, STRANGER))
                .get(list + "&cursor={c}", first)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @Test
    void remembers_every_version_in_a_chain_that_verifies() {
        var id = published("Mémoire");
        var before = anonymous().get("/v1/program-events/{id}", id).<String>path("updatedAt");
        move(id, "CANCELLED").then().statusCode(200);

        var history = as(Tokens.networkAdmin())
                .get("/v1/program-events/{id}/history", id)
                .asString();
        assertThat(HashChain.holds(history)).isTrue();
        anonymous()
                .get("/v1/program-events/{id}/history", id)
                .then()
                .body("items.type", contains("program-event.published", "program-event.cancelled"));
        anonymous()
                .get("/v1/program-events/{id}?asOf={at}", id, before)
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("start", equalTo("2026-06-01T10:00"))
                .body("startInstant", equalTo("2026-06-01T09:00:00Z"));
    }

    @Test
    void chooses_the_title_by_language_and_answers_304() {
        var id = create(
                        Tokens.networkAdmin(),
                        seminar("Journée", ROOT)
                                .replace("\"titles\": [", "\"titles\": [{\"value\": \"يوم وطني\", \"lang\": \"ar\"}, "))
                .<String>path("id");

        var answer = as(Tokens.networkAdmin()).header("Accept-Language", "ar").get("/v1/program-events/{id}", id);
        answer.then().header("Content-Language", "ar").body("displayTitle", equalTo("يوم وطني"));
        as(Tokens.networkAdmin())
                .header("Accept-Language", "ar")
                .header("If-None-Match", answer.header("ETag"))
                .get("/v1/program-events/{id}", id)
                .then()
                .statusCode(304);
    }
}
