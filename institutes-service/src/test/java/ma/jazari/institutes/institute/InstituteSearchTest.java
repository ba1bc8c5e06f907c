package ma.jazari.institutes.institute;

import static ma.jazari.institutes.institute.InstituteFixture.body;
import static ma.jazari.institutes.institute.InstituteFixture.create;
import static ma.jazari.institutes.institute.InstituteFixture.move;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class InstituteSearchTest {

    private static final String FES =
            """
            {"kind": "INSTITUTE", "missions": ["RESEARCH", "TRAINING"], "region": "MA-03",
             "names": [{"value": "Institut Al-Jazari de Fès", "lang": "fr", "type": "DISPLAY"},
                       {"value": "معهد الجزري بفاس للأبحاث والدراسة", "lang": "ar", "type": "DISPLAY"},
                       {"value": "Al-Jazari Institute of Fez", "lang": "en", "type": "DISPLAY"},
                       {"value": "IAJ Fès", "lang": "fr", "type": "ACRONYM"}],
             "location": {"city": "Fès", "lat": 34.0331, "lon": -5.0003}, "domains": ["iaj-fes.example.ma"],
             "externalIds": [{"scheme": "ROR", "value": "https://ror.org/04efg9a07"}]}
            """;

    private static String fes = "";

    @BeforeEach
    void has_the_institute_of_fes() {
        if (fes.isEmpty()) {
            InstituteFixture.root();
            fes = activate(create(FES, true).then().statusCode(201).extract().path("id"));
        }
    }

    @Test
    void finds_what_changed_on_the_day_that_updatedSince_names() {
        anonymous()
                .get(
                        "/v1/institutes?ids={id}&updatedSince={day}",
                        fes,
                        LocalDate.now(ZoneOffset.UTC).toString())
                .then()
                .statusCode(200)
                .body("items.id", contains(fes));
    }

    @Test
    void counts_a_facet_once_however_often_it_is_asked_for() {
        anonymous()
                .get("/v1/institutes?q=iaj-fes.example.ma&facets=region,region")
                .then()
                .statusCode(200)
                .body("facets.region.value", contains("MA-03"));
        anonymous()
                .get("/v1/institutes?q=zzzzqqqqxx&facets=kind,kind")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void refuses_a_cursor_that_was_tampered_with() {
        var decoder = Base64.getUrlDecoder();
        String cursor = anonymous()
                .get("/v1/institutes?q=institut&limit=1")
                .then()
                .extract()
                .path("nextCursor");
        var parts = new String(decoder.decode(cursor), StandardCharsets.UTF_8).split("\u001f", -1);
        assertThat(parts).hasSize(5);

        for (var forged : List.of(
                forged(parts, 2, "1E-500000000"),
                forged(parts, 3, "+1000000000-01-01T00:00:00Z"),
                forged(parts, 4, "\0"))) {
            anonymous()
                    .get("/v1/institutes?q=institut&limit=1&cursor={cursor}", forged)
                    .then()
                    .statusCode(400)
                    .body("type", endsWith("invalid-cursor"));
        }
    }

    private static String forged(String[] parts, int index, String value) {
        var changed = parts.clone();
        changed[index] = value;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\u001f", changed).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answers_words_that_no_index_holds() {
        anonymous().get("/v1/institutes?q={q}", "㍿".repeat(180)).then().statusCode(200);
        anonymous().get("/v1/institutes/suggest?q={q}", "각".repeat(300)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "al-jazari fes",
                "Al Jazari Fès",
                "جزري فاس",
                "الجزري بفاس",
                "معهد الجزري للابحاث",
                "والدراسه الجزري",
                "مَعْهَد الجـــزري بفاس",
                "l'institut jazari fès",
                "L’Institut Al-Jazari d'Fès",
                "Institut Al-Jazary de Fès",
                "Intsitut Al-Jazari Fès",
                "jazari de fes",
                "iaj fes",
                "Fez jazari",
                "iaj-fes.example.ma",
                "https://ror.org/04efg9a07",
                "04efg9a07",
                "jazar fes",
                "Institut Al Jazariii Fees"
            })
    void finds_the_institute_however_it_is_written(String q) {
        var ids = anonymous()
                .queryParam("q", q)
                .get("/v1/institutes")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.id");

        assertThat(ids).as(q).startsWith(fes);
    }

    @Test
    void finds_by_id_and_by_a_city_in_another_language() {
        anonymous().queryParam("q", fes).get("/v1/institutes").then().body("items.id", contains(fes));
        anonymous().queryParam("q", "Fas jazari").get("/v1/institutes").then().body("items.id", hasItem(fes));
    }

    @Test
    void finds_nothing_for_what_is_not_there() {
        for (var q : List.of("zzyzxqwv", "!!!", "غغغغغغغ")) {
            anonymous()
                    .queryParam("q", q)
                    .queryParam("total", true)
                    .queryParam("facets", "region")
                    .get("/v1/institutes")
                    .then()
                    .statusCode(200)
                    .body("items", empty())
                    .body("total", equalTo(0))
                    .body("facets.region", empty())
                    .body("$", not(hasKey("nextCursor")));
        }
        anonymous()
                .queryParam("q", "a".repeat(501))
                .get("/v1/institutes")
                .then()
                .statusCode(400);
    }

    @Test
    void puts_the_name_that_is_the_query_first() {
        var longer = activate(create(body("INSTITUTE", "Observatoire Tarik de Ouarzazate Sud", ""), true)
                .path("id"));
        var exact = activate(
                create(body("INSTITUTE", "Observatoire Tarik", ""), true).path("id"));

        anonymous()
                .queryParam("q", "observatoire tarik")
                .get("/v1/institutes")
                .then()
                .body("items.id", contains(exact, longer));
    }

    @Test
    void pages_through_what_was_found_in_the_order_of_relevance_and_of_names() {
        for (int i = 0; i < 7; i++) {
            activate(create(body("INSTITUTE", "Feuilletage " + (char) ('a' + i) + "x" + i, ""), true)
                    .path("id"));
        }
        for (var sort : List.of("", "&sort=name", "&sort=-name", "&sort=id", "&sort=updatedAt")) {
            var seen = walk("/v1/institutes?q=feuilletage&limit=3" + sort);
            assertThat(seen).as(sort).hasSize(7);
            assertThat(new HashSet<>(seen)).hasSize(7);
        }
        var byName = walk("/v1/institutes?q=feuilletage&limit=2&sort=name");
        assertThat(walk("/v1/institutes?q=feuilletage&limit=2&sort=-name")).isEqualTo(byName.reversed());
        // A search that had to correct the text goes on with the text corrected.
        assertThat(walk("/v1/institutes?q=feuiletage&limit=3")).hasSize(7);
    }

    @Test
    void counts_facets_over_all_that_match() {
        var word = "facettes";
        activate(create(body("INSTITUTE", "Un " + word, ", \"focusAreas\": [\"health\"]"), true)
                .path("id"));
        activate(create(body("INSTITUTE", "Deux " + word, ", \"focusAreas\": [\"health\", \"water\"]"), true)
                .path("id"));
        create(body("INSTITUTE", "Caché " + word, ", \"focusAreas\": [\"water\"]"), true);

        var facets = anonymous()
                .get("/v1/institutes?q={q}&facets=region,mission,kind,status,focusArea,competency&limit=1", word)
                .then()
                .statusCode(200)
                .body("facets.region", contains(Map.of("value", "MA-03", "count", 2)))
                .body("facets.mission", contains(Map.of("value", "RESEARCH", "count", 2)))
                .body("facets.status", contains(Map.of("value", "ACTIVE", "count", 2)))
                .body("facets.competency", empty())
                .extract()
                .<List<Map<String, Object>>>path("facets.focusArea");
        assertThat(facets).containsExactly(Map.of("value", "health", "count", 2), Map.of("value", "water", "count", 1));
        anonymous()
                .get("/v1/institutes?facets=region")
                .then()
                .statusCode(200)
                .body("facets.region.value", hasItem("MA-03"));
        anonymous().get("/v1/institutes?facets=colour").then().statusCode(400);
    }

    @Test
    void hides_from_search_what_the_caller_may_not_see() {
        var hidden = create(body("INSTITUTE", "Mystérieux brouillon", ""), true).<String>path("id");

        anonymous()
                .get("/v1/institutes?q=mysterieux&total=true&facets=status")
                .then()
                .body("items", empty())
                .body("total", equalTo(0))
                .body("facets.status", empty());
        as(Tokens.instituteAdmin(hidden))
                .get("/v1/institutes?q=mysterieux")
                .then()
                .body("items.id", contains(hidden));
    }

    @Test
    void follows_a_change_of_names() {
        var id = activate(create(body("INSTITUTE", "Ancien Vocable", ""), true).path("id"));
        InstituteFixture.patch(
                        Tokens.networkAdmin(),
                        id,
                        "*",
                        "{\"names\": [{\"value\": \"Nouveau Terme\", \"lang\": \"fr\", \"type\": \"DISPLAY\"}]}")
                .then()
                .statusCode(200);

        anonymous().get("/v1/institutes?q=nouveau terme").then().body("items.id", contains(id));
        anonymous().get("/v1/institutes?q=ancien vocable").then().body("items.id", not(hasItem(id)));
    }

    private static List<String> walk(String path) {
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request = cursor == null ? anonymous() : anonymous().queryParam("cursor", cursor);
            var page = request.get(path).then().statusCode(200).extract();
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return seen;
    }

    private static String activate(String id) {
        move(id, "PENDING").then().statusCode(200);
        move(id, "ACTIVE").then().statusCode(200);
        return id;
    }
}
