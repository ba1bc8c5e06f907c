package ma.jazari.institutes.duplicate;

import static ma.jazari.institutes.institute.InstituteFixture.body;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import ma.jazari.institutes.institute.InstituteFixture;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class DuplicateTest {

    @BeforeEach
    void has_a_root() {
        InstituteFixture.root();
    }

    @Test
    void refuses_a_name_that_is_there_unless_it_is_confirmed() {
        var first = created(create(body("INSTITUTE", "Institut Dédoublé", "")));

        create(body("INSTITUTE", "institut  DEDOUBLE", ""))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/likely-duplicate"))
                .body("candidates.institute.id", contains(first))
                .body("candidates[0].reasons[0]", containsString("same name"));
        create(body("INSTITUTE", "institut  DEDOUBLE", ""), true).then().statusCode(201);
    }

    @Test
    void knows_a_name_across_languages_and_scripts() {
        var first = created(create(names("Institut Ibn Toumert de Tanger", "fr")));

        for (var other : List.of(
                names("معهد ابن تومرت بطنجة", "ar"), twoNames("Autre chose", "Ibn Tumert Institute of Tangier"))) {
            create(other)
                    .then()
                    .statusCode(409)
                    .body("candidates.institute.id", hasItem(first))
                    .body("candidates[0].reasons[0]", containsString("another language or script"));
        }
    }

    @Test
    void knows_a_near_name_at_the_same_place_and_leaves_others_alone() {
        var city = ", \"location\": {\"city\": \"Safi\"}";
        var first = created(create(body("INSTITUTE", "Institut Phosphate du Sud", city)));

        create(body("INSTITUTE", "Institut Phosfate du Sud", ", \"location\": {\"city\": \"آسفي\"}"))
                .then()
                .statusCode(409)
                .body("candidates.institute.id", contains(first));
        created(create(body("INSTITUTE", "Institut Phosfate du Sud", ", \"location\": {\"city\": \"Rabat\"}")));
        created(create(body("INSTITUTE", "Institut Phosphate du Sud 2", city)));
    }

    @Test
    void names_who_has_the_domain_or_the_id_and_keeps_them_unique() {
        var keys = ", \"domains\": [\"%s\"], \"externalIds\": [{\"scheme\": \"WIKIDATA\", \"value\": \"%s\"}]";
        var first = created(create(body("INSTITUTE", "Institut Domanial", keys.formatted("domanial.ma", "Q777001"))));

        create(body("INSTITUTE", "Tout autre nom", keys.formatted("domanial.ma", "Q777002")))
                .then()
                .statusCode(409)
                .body("candidates.institute.id", contains(first))
                .body("candidates[0].reasons", contains("has the same domain, domanial.ma"));
        create(body("INSTITUTE", "Tout autre nom", keys.formatted("autre.ma", "Q777001")), true)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("instituteId", equalTo(first));
        var second = created(create(body("INSTITUTE", "Encore un autre", "")));
        InstituteFixture.patch(Tokens.networkAdmin(), second, "*", "{\"domains\": [\"domanial.ma\"]}")
                .then()
                .statusCode(409);
        InstituteFixture.patch(Tokens.networkAdmin(), first, "*", "{\"domains\": []}")
                .then()
                .statusCode(200);
        InstituteFixture.patch(Tokens.networkAdmin(), second, "*", "{\"domains\": [\"domanial.ma\"]}")
                .then()
                .statusCode(200);
    }

    @Test
    void makes_one_when_two_make_the_same_at_once() throws Exception {
        for (int i = 0; i < 4; i++) {
            var body = body("INSTITUTE", "Institut Jumeau numéro " + i, "");
            var domain = body("INSTITUTE", "Institut Domaine numéro " + i, ", \"domains\": [\"jumeau" + i + ".ma\"]");
            assertThat(atOnce(() -> create(body))).containsExactlyInAnyOrder(201, 409);
            assertThat(atOnce(() -> create(domain, true))).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void reports_likely_pairs_to_the_administrator() {
        var one = created(create(names("Institut Rapporté de Meknès", "fr")));
        var two = created(create(twoNames("Institut Rapporté de Meknès", "Rapporte"), true));

        var pairs = new ArrayList<List<String>>();
        String cursor = null;
        do {
            var request = as(Tokens.networkAdmin()).queryParam("limit", 200);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/institutes/duplicates")
                    .then()
                    .statusCode(200)
                    .extract();
            page.<List<Map<String, Map<String, String>>>>path("items")
                    .forEach(pair -> pairs.add(List.of(id(pair, "institute"), id(pair, "other"))));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(pairs).contains(Stream.of(one, two).sorted().toList()).doesNotHaveDuplicates();
        anonymous().get("/v1/institutes/duplicates").then().statusCode(401);
        as(Tokens.instituteAdmin(one)).get("/v1/institutes/duplicates").then().statusCode(403);
    }

    private static Response create(String body) {
        return InstituteFixture.create(body, false);
    }

    private static Response create(String body, boolean confirmed) {
        return InstituteFixture.create(body, confirmed);
    }

    private static String id(Map<String, Map<String, String>> pair, String which) {
        return Objects.requireNonNull(Objects.requireNonNull(pair.get(which)).get("id"));
    }

    private static List<Integer> atOnce(Callable<Response> request) throws Exception {
        try (var clients = Executors.newFixedThreadPool(2)) {
            return clients.invokeAll(List.of(request, request)).stream()
                    .map(answer -> answer.resultNow().statusCode())
                    .toList();
        }
    }

    private static String created(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    private static String names(String name, String lang) {
        return """
                {"kind": "INSTITUTE", "names": [{"value": "%s", "lang": "%s", "type": "DISPLAY"}],
                 "missions": ["RESEARCH"], "region": "MA-01"}
                """
                .formatted(name, lang);
    }

    private static String twoNames(String french, String english) {
        return """
                {"kind": "INSTITUTE", "names": [{"value": "%s", "lang": "fr", "type": "DISPLAY"},
                                                {"value": "%s", "lang": "en", "type": "DISPLAY"}],
                 "missions": ["RESEARCH"], "region": "MA-01"}
                """
                .formatted(french, english);
    }
}
