package ma.jazari.partnerships.partnermatch;

import static ma.jazari.partnerships.partner.PartnerFixture.create;
import static ma.jazari.partnerships.partner.PartnerFixture.created;
import static ma.jazari.partnerships.partner.PartnerFixture.partner;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
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
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class PartnerMatchTest {

    private static final Map<String, String> IDS = new HashMap<>();

    @BeforeEach
    void has_partners_to_be_meant() {
        if (IDS.isEmpty()) {
            add("ifrane", "Université Battuta d'Ifrane", "جامعة بطوطة بإفران", "UBI", "Ifrane", "ubattuta.example.ma");
            add("nador", "Université Battuta de Nador", "جامعة بطوطة بالناظور", "UBN", "Nador", "ubn.example.ma");
            add("taza", "École Zayyani", "مدرسة الزياني", "EZA", "Taza", "zayyani-taza.ma");
            add("tiznit", "École Zayyani", "مدرسة الزياني للجنوب", "EZA", "Tiznit", "zayyani-tiznit.ma");
        }
    }

    private static void add(String key, String fr, String ar, String acronym, String city, String domain) {
        IDS.put(key, created(create(partner(fr, ar, acronym, city, domain), true)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Université Battuta d'Ifrane | ifrane | EXACT
                    جامعة بطوطة بافران | ifrane | EXACT
                    Dept. of Computing, Université Battuta d'Ifrane, Ifrane 53000, Maroc | ifrane | EXACT
                    Univ. Battuta, Nador | nador | FUZZY
                    Laboratoire X - UBN - Nador | nador | ACRONYM
                    UBN, Morocco | nador | ACRONYM
                    contact@ubattuta.example.ma | ifrane | EXACT
                    https://www.ubn.example.ma/fr/accueil | nador | EXACT
                    École Zayyani, Taza | taza | EXACT
                    """)
    void chooses_the_partner_that_a_text_means(String text, String expected, String type) {
        anonymous()
                .queryParam("text", text)
                .get("/v1/partners/match")
                .then()
                .statusCode(200)
                .body("items[0].partner.id", equalTo(IDS.get(expected)))
                .body("items[0].chosen", equalTo(true))
                .body("items[0].matchType", equalTo(type))
                .body("items[0].reasons", not(empty()))
                .body("items[0].partner", not(hasKey("contacts")))
                .body("items.findAll { it.chosen }", hasSize(1));
    }

    @Test
    void chooses_none_where_the_text_is_ambiguous_or_means_nothing() {
        for (var text : List.of("École Zayyani", "EZA", "Université Battuta")) {
            anonymous()
                    .queryParam("text", text)
                    .get("/v1/partners/match")
                    .then()
                    .body("items.chosen", everyItem(equalTo(false)))
                    .body("items", not(empty()));
        }
        anonymous().queryParam("text", "?!").get("/v1/partners/match").then().body("items", empty());
        anonymous().get("/v1/partners/match").then().statusCode(400);
        anonymous().queryParam("text", " ").get("/v1/partners/match").then().statusCode(400);
    }

    @Test
    void matches_a_hundred_texts_at_once_and_no_more() {
        var hundred = String.join(",", Collections.nCopies(99, "\"UBI Ifrane\""));

        batch("[" + hundred + ", \"École Zayyani, Taza\"]")
                .then()
                .statusCode(200)
                .body("results", hasSize(100))
                .body("results[0].items[0].partner.id", equalTo(IDS.get("ifrane")))
                .body("results[99].text", equalTo("École Zayyani, Taza"))
                .body("results[99].items[0].partner.id", equalTo(IDS.get("taza")));
        batch("[" + hundred + ", \"x\", \"x\"]").then().statusCode(400);
        batch("[]").then().statusCode(400);
    }

    @Test
    void suggests_while_somebody_types() {
        for (var typed : List.of("université bat", "batt", "بطوطة بإف", "ubi", "battuta ifran", "ifarne")) {
            var ids = anonymous()
                    .queryParam("q", typed)
                    .get("/v1/partners/suggest")
                    .then()
                    .statusCode(200)
                    .extract()
                    .<List<String>>path("items.partner.id");
            assertThat(ids).as(typed).contains(IDS.get("ifrane"));
        }
        anonymous()
                .get("/v1/partners/suggest?q=ub&limit=1")
                .then()
                .body("items", hasSize(1))
                .body("items.name", everyItem(startsWith("UB")));
        anonymous().get("/v1/partners/suggest?q=eza").then().body("items.partner.city", hasItem("Tiznit"));
        for (var bad : List.of("", "?q=", "?q=a&limit=0")) {
            anonymous().get("/v1/partners/suggest" + bad).then().statusCode(400);
        }
    }

    private static Response batch(String texts) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body("{\"texts\": " + texts + "}")
                .post("/v1/partners/match");
    }
}
