package ma.jazari.institutes.vocabulary;

import static ma.jazari.institutes.part.Registry.draft;
import static ma.jazari.institutes.part.Registry.patch;
import static ma.jazari.institutes.part.Registry.post;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.institutes.vocabulary.FocusAreas.Choice;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class VocabularyResourceTest {

    @Inject
    Terms terms;

    @Inject
    FocusAreas focusAreas;

    @Inject
    AgroalDataSource database;

    @Test
    void lists_the_vocabularies_and_their_terms_to_anybody() {
        anonymous().get("/v1/vocabularies").then().statusCode(200).body("items.name", hasItem("focus-areas"));
        anonymous()
                .get("/v1/vocabularies/focus-areas?q=sante&lang=ar")
                .then()
                .statusCode(200)
                .header("Content-Language", "ar")
                .body("items.term", contains("health"))
                .body("items[0].displayLabel", equalTo("الصحة"))
                .body("items[0].labels.lang", contains("fr", "ar", "en"))
                .body("items[0].retired", equalTo(false));
        anonymous().get("/v1/vocabularies/focus-areas/health").then().statusCode(200);
        anonymous().get("/v1/vocabularies/colours").then().statusCode(404);
        anonymous().get("/v1/vocabularies/focus-areas/colour").then().statusCode(404);
    }

    @Test
    void pages_through_all_terms_in_their_order() {
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var request = anonymous().queryParam("limit", 7).queryParam("total", true);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/vocabularies/competency-fields");
            found.addAll(page.<List<String>>path("items.term"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(found)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(40)
                .contains("mlops", "hpc");
        anonymous()
                .get("/v1/vocabularies/competency-fields?q=other&cursor=bm9uc2Vuc2U")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @EnumSource(Vocabulary.class)
    void normalises_the_first_terms_as_it_normalises_others(Vocabulary vocabulary) throws Exception {
        for (var term : terms.after(vocabulary, "", null, 500)) {
            assertThat(term.labels()).extracting("lang").contains("fr", "ar", "en");
            try (var connection = database.getConnection();
                    var select = connection.prepareStatement(
                            "select search_text from vocabulary_term where vocabulary = ? and term = ?")) {
                select.setString(1, vocabulary.key());
                select.setString(2, term.term());
                var row = select.executeQuery();
                row.next();
                assertThat(row.getString(1)).isEqualTo(term.searchText());
            }
        }
    }

    @Test
    void lets_the_network_administrator_add_change_and_retire_a_term() {
        put("quantum-sensing", labels("Capteurs quantiques", ""))
                .then()
                .statusCode(201)
                .header("Location", equalTo("/v1/vocabularies/focus-areas/quantum-sensing"));
        put("quantum-sensing", labels("Détection quantique", ", \"retired\": true"))
                .then()
                .statusCode(200)
                .body("displayLabel", equalTo("Détection quantique"))
                .body("retired", equalTo(true));
        anonymous()
                .get("/v1/vocabularies/focus-areas?q=detection quantique")
                .then()
                .body("items.term", contains("quantum-sensing"));
    }

    @Test
    void refuses_terms_without_the_three_languages_and_strangers() {
        put(
                        "half-said",
                        "{\"labels\": [{\"value\": \"À moitié\", \"lang\": \"fr\"}, {\"value\": \"X\", \"lang\": \"fr\"}]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/labels/1", "/labels", "/labels"));
        put("Not A Term", labels("Rien", "")).then().statusCode(400);
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body(labels("Rien", ""))
                .put("/v1/vocabularies/colours/red")
                .then()
                .statusCode(404);
        anonymous()
                .contentType(ContentType.JSON)
                .body(labels("Rien", ""))
                .put("/v1/vocabularies/focus-areas/nothing")
                .then()
                .statusCode(401);
        as(Tokens.instituteAdmin("j00000098"))
                .contentType(ContentType.JSON)
                .body(labels("Rien", ""))
                .put("/v1/vocabularies/focus-areas/nothing")
                .then()
                .statusCode(403);
    }

    @Test
    void takes_focus_areas_from_the_vocabulary_alone_and_names_close_ones() {
        post(
                        Tokens.networkAdmin(),
                        "/v1/institutes",
                        """
                        {"kind": "INSTITUTE", "names": [{"value": "Institut hors vocabulaire", "lang": "fr", "type": "DISPLAY"}],
                         "missions": ["RESEARCH"], "region": "MA-03", "focusAreas": ["health", "agricultur", "sante", "xyzzy"]}
                        """)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/focusAreas/1", "/focusAreas/2", "/focusAreas/3"))
                .body("errors[0].detail", containsString("agriculture"))
                .body("errors[1].detail", containsString("health"))
                .body("errors[2].detail", containsString("/v1/vocabularies/focus-areas"));
    }

    @Test
    void lets_an_institute_keep_a_term_that_was_retired() {
        put("steam-engines", labels("Machines à vapeur", "")).then().statusCode(201);
        var id = draft("Institut à vapeur", "MA-03", ", \"focusAreas\": [\"steam-engines\"]");
        put("steam-engines", labels("Machines à vapeur", ", \"retired\": true"))
                .then()
                .statusCode(200);

        patch(
                        Tokens.networkAdmin(),
                        "/v1/institutes/" + id,
                        "*",
                        "{\"region\": \"MA-01\", \"focusAreas\": [\"water\", \"steam-engines\"]}")
                .then()
                .statusCode(200);
        patch(Tokens.networkAdmin(), "/v1/institutes/" + id, "*", "{\"focusAreas\": []}")
                .then()
                .statusCode(200);
        patch(Tokens.networkAdmin(), "/v1/institutes/" + id, "*", "{\"focusAreas\": [\"steam-engines\"]}")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("retired"));
    }

    @Test
    void checks_many_records_at_once() {
        var violations = focusAreas.violations(List.of(
                new Choice(List.of("water", "energie"), List.of()),
                new Choice(null, List.of()),
                new Choice(List.of("plugh"), List.of("plugh")),
                new Choice(List.of("plugh"), List.of())));

        assertThat(violations).hasSize(4);
        assertThat(violations.get(0)).extracting(Violation::pointer).containsExactly("/focusAreas/1");
        assertThat(violations.get(0).getFirst().detail()).contains("energy");
        assertThat(violations.get(1)).isEmpty();
        assertThat(violations.get(2)).isEmpty();
        assertThat(violations.get(3)).hasSize(1);
    }

    private static String labels(String french, String more) {
        return """
               {"labels": [{"value": "%s", "lang": "fr"}, {"value": "كلمة", "lang": "ar"}, {"value": "Word", "lang": "en"}] %s}
               """
                .formatted(french, more);
    }

    private static Response put(String term, String body) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/vocabularies/focus-areas/{term}", term);
    }
}
