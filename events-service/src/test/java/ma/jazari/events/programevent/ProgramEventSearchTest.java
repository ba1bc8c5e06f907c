package ma.jazari.events.programevent;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.programevent.ApiFixture.activeInstituteWithoutEvents;
import static ma.jazari.events.programevent.ApiFixture.announceMerged;
import static ma.jazari.events.programevent.ApiFixture.create;
import static ma.jazari.events.programevent.ApiFixture.move;
import static ma.jazari.events.programevent.ApiFixture.patch;
import static ma.jazari.events.programevent.ApiFixture.seminar;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the list of program events finds, and how it counts. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ProgramEventSearchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hydrologie numérique",
                "hydrologie numerique",
                "numerique hydrolog",
                "hydrolgie numerique",
                "الهيدرولوجيا الرقمية",
                "هيدرولوجيا رقميه",
                "hydrologie fes-meknes",
                "hydrologie فاس مكناس",
                "hydrologie amphitheatre"
            })
    void finds_words_as_people_write_them(String text) {
        var host = activeInstituteWithoutEvents();
        var id = published(seminar("Hydrologie numérique", host)
                .replace(
                        "\"lang\": \"fr\"}]",
                        "\"lang\": \"fr\"}, {\"value\": \"الهيدرولوجيا الرقمية\", \"lang\": \"ar\"}]"));
        var other = published(seminar("Astronomie", host));

        found("institute=" + host, text).body("items.id", contains(id)).body("items.id", not(hasItem(other)));
    }

    @Test
    void shows_what_fits_best_first_page_by_page() {
        var host = activeInstituteWithoutEvents();
        var word = "zellige" + UUID.randomUUID().toString().replaceAll("[^a-f]", "x");
        var wanted = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            wanted.add(published(seminar("Journée " + word + " " + i, host)));
        }
        var exact = published(seminar(word, host));

        var first = anonymous().get("/v1/program-events?limit=2&q={q}", word);
        first.then().statusCode(200).body("items[0].id", equalTo(exact));
        var second =
                anonymous().get("/v1/program-events?limit=2&q={q}&cursor={c}", word, first.<String>path("nextCursor"));

        var seen = new ArrayList<>(first.<List<String>>path("items.id"));
        seen.addAll(second.<List<String>>path("items.id"));
        wanted.add(exact);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(wanted);
        anonymous()
                .get("/v1/program-events?limit=2&q={q}&sort=-start&cursor={c}", word, first.<String>path("nextCursor"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @Test
    void forgets_what_an_event_was_called() {
        var id = published(seminar("Ancien intitulé caduc", activeInstituteWithoutEvents()));
        patch(Tokens.networkAdmin(), id, "*", "{\"titles\": [{\"value\": \"Intitulé rafraîchi\", \"lang\": \"fr\"}]}")
                .then()
                .statusCode(200);

        found("q=intitule rafraichi").body("items.id", hasItem(id));
        found("q=caduc").body("items.id", not(hasItem(id)));
        found("q=" + id).body("items.id", contains(id));
    }

    @Test
    void counts_all_that_match_by_every_facet() {
        var host = activeInstituteWithoutEvents();
        var other = activeInstituteWithoutEvents();
        var programme = UUID.randomUUID().toString();
        published(seminar("Un", host, ", \"programmeId\": \"" + programme + "\""));
        published(seminar("Deux", host).replace("SEMINAR", "TRAINING").replace("MA-03", "MA-05"));
        published(online("Trois", host).replace("[\"" + host, "[\"" + other + "\", \"" + host));

        var facets = "facets=type,status,region,institute,programme,language,attendance&limit=1&total=true&";
        found(facets + "institute=" + host)
                .body("total", equalTo(3))
                .body("facets.type.collectEntries { [it.value, it.count] }.SEMINAR", equalTo(2))
                .body("facets.type.find { it.value == 'TRAINING' }.count", equalTo(1))
                .body("facets.status", contains(java.util.Map.of("value", "PUBLISHED", "count", 3)))
                .body("facets.region.value", containsInAnyOrder("MA-03", "MA-05"))
                .body("facets.institute.find { it.value == '" + host + "' }.count", equalTo(3))
                .body("facets.institute.find { it.value == '" + other + "' }.count", equalTo(1))
                .body("facets.programme", contains(java.util.Map.of("value", programme, "count", 1)))
                .body("facets.language.find { it.value == 'ar' }.count", equalTo(3))
                .body("facets.attendance.find { it.value == 'ONLINE' }.count", equalTo(1));
        found("attendance=ONLINE&institute=" + host).body("items.titles[0].value", contains("Trois"));
        found("programme=" + programme).body("items.titles[0].value", contains("Un"));
        refused("facets=colour", "facets");
        refused("attendance=THERE", "attendance");
    }

    @Test
    void counts_no_draft_for_strangers() {
        var host = activeInstituteWithoutEvents();
        ApiFixture.draft("Brouillon compté", host);
        var query = "/v1/program-events?facets=status,institute&total=true&institute=" + host;

        anonymous()
                .get(query)
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("facets.status", empty())
                .body("facets.institute", empty());
        as(Tokens.instituteAdmin(host))
                .get(query)
                .then()
                .body("total", equalTo(1))
                .body("facets.status.value", contains("DRAFT"));
    }

    @Test
    void counts_a_merged_host_as_its_successor() {
        var old = activeInstituteWithoutEvents();
        var successor = activeInstituteWithoutEvents();
        published(seminar("À deux", old).replace("[\"" + old, "[\"" + successor + "\", \"" + old));
        published(seminar("Seul", old));

        announceMerged(old, successor, 4);

        await().atMost(20, SECONDS).untilAsserted(() -> found("facets=institute&institute=" + successor)
                .body("facets.institute", contains(java.util.Map.of("value", successor, "count", 2))));
    }

    @ParameterizedTest
    @CsvSource({
        "34.0331,-5.0003, 1, true",
        "34.02,-6.83, 160, false",
        "34.02,-6.83, 175, true",
        "34.02,-6.83, , false",
        "89.99,0, 20000, true",
        "-10,179.9, 100, false"
    })
    void finds_what_is_held_near_a_place(String lat, String lon, String within, boolean isNear) {
        var host = activeInstituteWithoutEvents();
        var id = published(
                seminar("Proche", host).replace("\"MA-03\"}", "\"MA-03\", \"lat\": 34.0331, \"lon\": -5.0003}"));
        published(seminar("Sans lieu connu", host));
        published(online("Nulle part", host));

        var place = "near=" + lat + "," + lon + (within == null ? "" : "&within=" + within);

        found(place + "&institute=" + host).body("items.id", isNear ? contains(id) : empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "near=34.02 | near",
                "near=91,0 | near",
                "near=NaN,0 | near",
                "near=1e1,0 | near",
                "near=34,5&within=0 | within",
                "near=34,5&within=-3 | within",
                "near=34,5&within=20001 | within",
                "near=34,5&within=far | within",
                "within=10 | within",
                "from=0000-01-01 | from",
                "to=-999999999-01-01T00:00:00Z | to",
                "from=%2B1000000000-12-31T23:59:59Z | from",
                "from=%2B999999999-12-31T23:59:59Z | from",
                "to=9999-12-31 | to",
                "from=2026-02-30 | from"
            })
    void refuses_what_it_cannot_look_for_by_name(String query, String pointer) {
        refused(query, pointer);
    }

    @Test
    void takes_bounds_that_no_event_is_near() {
        var host = activeInstituteWithoutEvents();
        var id = published(seminar("Sans bornes", host));

        found("from=1000-01-01&to=9000-01-01&institute=" + host).body("items.id", contains(id));
        found("from=9000-01-01&institute=" + host).body("items", empty());
    }

    private static String online(String title, String host) {
        return """
                {"type": "SEMINAR", "titles": [{"value": "%s", "lang": "fr"}],
                 "start": "2026-06-01T10:00", "end": "2026-06-01T12:00",
                 "attendance": "ONLINE", "onlineUrl": "https://example.org/live",
                 "hostInstituteIds": ["%s"], "languages": ["fr", "ar"]}
                """
                .formatted(title, host);
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

    private static ValidatableResponse found(String query) {
        return anonymous()
                .urlEncodingEnabled(false)
                .get("/v1/program-events?" + query.replace(" ", "%20"))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse found(String query, String text) {
        return anonymous()
                .get("/v1/program-events?" + query + "&q={q}", text)
                .then()
                .statusCode(200);
    }

    private static void refused(String query, String pointer) {
        anonymous()
                .urlEncodingEnabled(false)
                .get("/v1/program-events?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }
}
