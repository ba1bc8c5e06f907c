package ma.jazari.institutes.solution;

import static ma.jazari.institutes.part.Registry.active;
import static ma.jazari.institutes.part.Registry.changedAt;
import static ma.jazari.institutes.part.Registry.delete;
import static ma.jazari.institutes.part.Registry.draft;
import static ma.jazari.institutes.part.Registry.history;
import static ma.jazari.institutes.part.Registry.location;
import static ma.jazari.institutes.part.Registry.move;
import static ma.jazari.institutes.part.Registry.patch;
import static ma.jazari.institutes.part.Registry.post;
import static ma.jazari.institutes.part.Registry.publishesBySchema;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class SolutionResourceTest {

    @Test
    void keeps_names_in_several_languages_and_chooses_one() {
        var id = active("Institut des solutions");
        var added = post(
                Tokens.instituteAdmin(id),
                "/v1/institutes/" + id + "/solutions",
                """
                {"name": [{"value": "Irrigation intelligente", "lang": "fr", "type": "DISPLAY"},
                          {"value": "الري الذكي", "lang": "ar", "type": "DISPLAY"}],
                 "sector": "agriculture", "trl": 6, "url": "https://example.org/irrigation",
                 "languages": ["ar", "fr"], "deployedIn": ["MA", "SN"]}
                """);

        added.then()
                .statusCode(201)
                .header("Content-Language", "fr")
                .body("displayName", equalTo("Irrigation intelligente"));
        anonymous()
                .get(location(added) + "?lang=ar")
                .then()
                .header("Content-Language", "ar")
                .body("displayName", equalTo("الري الذكي"))
                .body("deployedIn", contains("MA", "SN"));
        var then = changedAt(id);
        patch(Tokens.instituteAdmin(id), location(added), added.header("ETag"), "{\"trl\": 7, \"url\": null}")
                .then()
                .statusCode(200)
                .body("trl", equalTo(7))
                .body("url", equalTo(null));
        anonymous()
                .get("/v1/institutes/{id}/solutions?lang=ar&asOf={t}", id, then)
                .then()
                .statusCode(200)
                .body("items.trl", contains(6))
                .body("items.displayName", contains("الري الذكي"));
        delete(Tokens.instituteAdmin(id), location(added), "*").then().statusCode(204);
        assertThat(history(id))
                .endsWith("institute.solution-added", "institute.solution-changed", "institute.solution-removed");
        publishesBySchema(id, 4);
    }

    @Test
    void names_everything_that_is_wrong() {
        var id = active("Institut des fautes");

        post(
                        Tokens.networkAdmin(),
                        "/v1/institutes/" + id + "/solutions",
                        """
                        {"name": [], "sector": "", "trl": 10, "url": "ftp://x", "languages": ["Arabic"], "colour": "red"}
                        """)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/name", "/sector", "/trl", "/url", "/languages/0", "/colour"));
        post(
                        Tokens.networkAdmin(),
                        "/v1/institutes/" + id + "/solutions",
                        """
                        {"name": [{"value": "A", "lang": "fr", "type": "DISPLAY"}, {"value": "B", "lang": "fr", "type": "DISPLAY"}],
                         "sector": "x", "trl": 1, "languages": ["ar", "ar"], "deployedIn": ["MA", "XX"]}
                        """)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/name/1", "/languages", "/deployedIn/1"));
    }

    @Test
    void is_found_across_the_network() {
        var north = active("Institut du nord", "MA-01", "");
        var south = active("Institut du sud", "MA-12", "");
        solution(north, "Détection zébulon", "Pêche côtière", 4, "fr", "MA");
        solution(south, "Traducteur zébulon", "langues", 8, "ar", "SN");
        solution(draft("Institut pas encore là"), "Secret zébulon", "langues", 8, "ar", "SN");

        find("q=zebulon").then().body("items", hasSize(2)).body("items.institute.id", containsInAnyOrder(north, south));
        find("q=zebulon&lang=fr&region=MA-12")
                .then()
                .body("items.displayName", contains("Traducteur zébulon"))
                .body("items[0].institute.displayName", equalTo("Institut du sud"))
                .body("items[0].institute.region", equalTo("MA-12"));
        find("q=zebulon&sector=peche cotiere,x").then().body("items.institute.id", contains(north));
        find("q=zebulon&trlMin=5").then().body("items.institute.id", contains(south));
        find("q=zebulon&trlMax=7").then().body("items.institute.id", contains(north));
        find("q=zebulon&language=ar,en").then().body("items.institute.id", contains(south));
        find("q=zebulon&deployedIn=MA").then().body("items.institute.id", contains(north));
        find("instituteId=" + north + "&total=true").then().body("total", equalTo(1));
        find("q=zebulon&trlMin=high").then().statusCode(400);
        find("q=zebulon&region=MA-13").then().statusCode(400);
        find("q=zebulon&instituteId=x").then().statusCode(400);
        find("colour=red").then().statusCode(400);

        var first = find("q=zebulon&limit=1");
        anonymous()
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/v1/network/solutions?q=zebulon&limit=1")
                .then()
                .body("items.institute.id", contains(south))
                .body("nextCursor", equalTo(null));
        move(south, "SUSPENDED").statusCode(200);
        find("q=zebulon&region=MA-12").then().body("items", empty());
    }

    private static Response find(String query) {
        return anonymous().get("/v1/network/solutions?" + query);
    }

    private static void solution(String id, String name, String sector, int trl, String language, String country) {
        post(
                        Tokens.networkAdmin(),
                        "/v1/institutes/" + id + "/solutions",
                        """
                        {"name": [{"value": "%s", "lang": "fr", "type": "DISPLAY"}], "sector": "%s", "trl": %d,
                         "languages": ["%s"], "deployedIn": ["%s"]}
                        """
                                .formatted(name, sector, trl, language, country))
                .then()
                .statusCode(201);
    }
}
