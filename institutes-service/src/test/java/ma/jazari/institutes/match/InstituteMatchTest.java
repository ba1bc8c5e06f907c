package ma.jazari.institutes.match;

import static ma.jazari.institutes.institute.InstituteFixture.create;
import static ma.jazari.institutes.institute.InstituteFixture.move;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jazari.institutes.institute.InstituteFixture;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class InstituteMatchTest {

    private static final Map<String, String> IDS = new HashMap<>();

    @BeforeEach
    void has_institutes_to_be_meant() {
        if (IDS.isEmpty()) {
            InstituteFixture.root();
            add("ifrane", "Institut Khawarizmi d'Ifrane", "معهد الخوارزمي بإفران", "IKI", "Ifrane", "ikhi.example.ma");
            add("nador", "Institut Khawarizmi de Nador", "معهد الخوارزمي بالناظور", "IKN", "Nador", "ikn.example.ma");
            add("taza", "Institut Idrissi", "معهد الإدريسي", "IDR", "Taza", "idrissi-taza.ma");
            add("tiznit", "Institut Idrissi", "معهد الإدريسي للجنوب", "IDR", "Tiznit", "idrissi-tiznit.ma");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Institut Khawarizmi d'Ifrane | ifrane | EXACT
                    institut khawarizmi ifrane | ifrane | EXACT
                    معهد الخوارزمي بافران | ifrane | EXACT
                    Dept. of Computing, Institut Khawarizmi d'Ifrane, Ifrane 53000, Maroc | ifrane | EXACT
                    Inst. Khawarizmi, Nador | nador | FUZZY
                    Institut Kawarizmi de Nador (Maroc) | nador | FUZZY
                    Laboratoire X - IKN - Nador | nador | ACRONYM
                    contact@ikhi.example.ma | ifrane | EXACT
                    https://www.ikn.example.ma/fr/accueil | nador | EXACT
                    Institut Idrissi, Taza | taza | EXACT
                    Institut Idrissi, Tiznit | tiznit | EXACT
                    """)
    void chooses_the_institute_that_a_text_means(String text, String expected, String type) {
        anonymous()
                .queryParam("text", text)
                .get("/v1/institutes/match")
                .then()
                .statusCode(200)
                .body("items[0].institute.id", equalTo(IDS.get(expected)))
                .body("items[0].chosen", equalTo(true))
                .body("items[0].matchType", equalTo(type))
                .body("items[0].reasons", not(empty()))
                .body("items.findAll { it.chosen }", hasSize(1));
    }

    @Test
    void chooses_none_where_the_text_is_ambiguous_or_means_nothing() {
        for (var text : List.of("Institut Idrissi", "IDR", "Institut Khawarizmi")) {
            anonymous()
                    .queryParam("text", text)
                    .get("/v1/institutes/match")
                    .then()
                    .body("items.chosen", everyItem(equalTo(false)))
                    .body("items", not(empty()));
        }
        anonymous()
                .queryParam("text", "Boulangerie du coin, Paris")
                .get("/v1/institutes/match")
                .then()
                .body("items.chosen", everyItem(equalTo(false)));
        anonymous()
                .queryParam("text", "?!")
                .get("/v1/institutes/match")
                .then()
                .statusCode(200)
                .body("items", empty());
        anonymous().get("/v1/institutes/match").then().statusCode(400);
        anonymous().queryParam("text", " ").get("/v1/institutes/match").then().statusCode(400);
    }

    @Test
    void matches_a_hundred_texts_at_once_and_no_more() {
        var hundred = Collections.nCopies(99, "IKI Ifrane").stream()
                .map(text -> "\"" + text + "\"")
                .toList();
        batch("[" + String.join(",", hundred) + ", \"Institut Idrissi, Taza\"]")
                .then()
                .statusCode(200)
                .body("results", hasSize(100))
                .body("results[0].items[0].institute.id", equalTo(IDS.get("ifrane")))
                .body("results[99].text", equalTo("Institut Idrissi, Taza"))
                .body("results[99].items[0].institute.id", equalTo(IDS.get("taza")));
        batch("[" + String.join(",", Collections.nCopies(101, "\"x\"")) + "]")
                .then()
                .statusCode(400);
        batch("[]").then().statusCode(400);
    }

    @Test
    void suggests_while_somebody_types() {
        for (var typed : List.of(
                "institut khaw", "khaw", "Institut Khawarizmi d'If", "خوارزمي بإف", "iki", "khawarizmi ifran")) {
            var ids = anonymous()
                    .queryParam("q", typed)
                    .get("/v1/institutes/suggest")
                    .then()
                    .statusCode(200)
                    .extract()
                    .<List<String>>path("items.institute.id");
            assertThat(ids).as(typed).contains(IDS.get("ifrane"));
        }
        anonymous()
                .queryParam("q", "ifarne")
                .get("/v1/institutes/suggest")
                .then()
                .body("items.institute.id", hasItem(IDS.get("ifrane")));
        anonymous()
                .queryParam("q", "in")
                .queryParam("limit", 3)
                .get("/v1/institutes/suggest")
                .then()
                .body("items", hasSize(3))
                .body("items.name", everyItem(startsWith("I")));
        anonymous().get("/v1/institutes/suggest").then().statusCode(400);
        anonymous().get("/v1/institutes/suggest?q=a&limit=0").then().statusCode(400);
    }

    private static Response batch(String texts) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body("{\"texts\": " + texts + "}")
                .post("/v1/institutes/match");
    }

    private static void add(String key, String french, String arabic, String acronym, String city, String domain) {
        var id = create(
                        """
                        {"kind": "INSTITUTE", "missions": ["RESEARCH"], "region": "MA-03",
                         "names": [{"value": "%s", "lang": "fr", "type": "DISPLAY"},
                                   {"value": "%s", "lang": "ar", "type": "DISPLAY"},
                                   {"value": "%s", "lang": "fr", "type": "ACRONYM"}],
                         "location": {"city": "%s"}, "domains": ["%s"]}
                        """
                                .formatted(french, arabic, acronym, city, domain),
                        true)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        move(id, "PENDING").then().statusCode(200);
        move(id, "ACTIVE").then().statusCode(200);
        IDS.put(key, Objects.requireNonNull(id));
    }
}
