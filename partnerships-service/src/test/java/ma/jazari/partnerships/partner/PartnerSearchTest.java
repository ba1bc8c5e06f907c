package ma.jazari.partnerships.partner;

import static ma.jazari.partnerships.partner.PartnerFixture.create;
import static ma.jazari.partnerships.partner.PartnerFixture.created;
import static ma.jazari.partnerships.partner.PartnerFixture.patch;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
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
class PartnerSearchTest {

    private static final Map<String, String> IDS = new HashMap<>();

    @BeforeEach
    void has_partners_to_find() {
        if (IDS.isEmpty()) {
            add("tetouan", "MA", "Tétouan", ", \"domains\": [\"zellige-tetouan.ma\"]");
            add("dakar", "SN", "Dakar", ", \"externalIds\": [{\"scheme\": \"WIKIDATA\", \"value\": \"Q98765432101\"}]");
            add("thies", "SN", "Thiès", "");
        }
    }

    private static void add(String key, String country, String city, String more) {
        var body = PartnerFixture.partner(
                        "Académie Zellige de " + city, ", \"location\": {\"city\": \"" + city + "\"}" + more)
                .replace("\"MA\"", "\"" + country + "\"");
        IDS.put(key, created(create(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "academie zellige tetouan",
                "ZELLIGE TÉTOUAN",
                "zell tetou",
                "accademie zelige tetuan",
                "zellige-tetouan.ma",
                "l'académie de Zellige à Tétouan Maroc",
                "zellige tetouan morocco"
            })
    void finds_a_partner_however_its_name_is_written(String q) {
        found(q).then().statusCode(200).body("items.id", contains(IDS.get("tetouan")));
    }

    @Test
    void finds_what_was_committed_and_not_what_was_renamed_a_moment_ago() {
        var id = created(create(PartnerFixture.partner("Fondation Ocre de Zagora", "")));
        found("ocre zagora").then().body("items.id", contains(id));

        patch(
                        Tokens.networkAdmin(),
                        id,
                        "*",
                        "{\"names\": [{\"value\": \"Fondation Indigo\", \"lang\": \"fr\", \"type\": \"DISPLAY\"}]}")
                .then()
                .statusCode(200);

        found("indigo").then().body("items.id", contains(id));
        found("zagora").then().body("items", empty());
    }

    @Test
    void filters_what_it_finds() {
        var both = new String[] {IDS.get("dakar"), IDS.get("thies")};

        anonymous().get("/v1/partners?q=zellige&country=SN").then().body("items.id", containsInAnyOrder(both));
        anonymous()
                .get("/v1/partners?q=zellige&place=thies,dakar&total=true")
                .then()
                .body("items.id", containsInAnyOrder(both))
                .body("total", equalTo(2));
        anonymous().get("/v1/partners?place=zellige").then().body("items", empty());
        anonymous().get("/v1/partners?domain=Zellige-Tetouan.ma").then().body("items.id", contains(IDS.get("tetouan")));
        anonymous().get("/v1/partners?domain=other.ma").then().body("items", empty());
        for (var written : List.of("Q98765432101", "https://www.wikidata.org/wiki/Q98765432101")) {
            anonymous()
                    .queryParam("externalId", written)
                    .get("/v1/partners")
                    .then()
                    .body("items.id", contains(IDS.get("dakar")));
        }
        anonymous().get("/v1/partners?q=zellige&updatedSince=2020-01-01").then().body("items", hasSize(3));
        anonymous().get("/v1/partners?q=zellige&updatedSince=2200-01-01").then().body("items", empty());
    }

    @Test
    void counts_all_that_match_by_facet() {
        anonymous()
                .get("/v1/partners?q=zellige&facets=country,type,status&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("facets.country.value", contains("SN", "MA"))
                .body("facets.country.count", contains(2, 1))
                .body("facets.type.value", contains("UNIVERSITY"))
                .body("facets.status.count", contains(3));
    }

    @Test
    void pages_in_each_order_without_gaps() {
        for (var sort : List.of("", "&sort=id", "&sort=name", "&sort=-name", "&sort=updatedAt", "&sort=-updatedAt")) {
            assertThat(walk("/v1/partners?q=zellige&limit=1" + sort))
                    .as(sort)
                    .containsExactlyInAnyOrderElementsOf(IDS.values());
        }
        assertThat(walk("/v1/partners?q=zellige&limit=1&sort=name"))
                .containsExactly(IDS.get("dakar"), IDS.get("tetouan"), IDS.get("thies"));
    }

    @Test
    void refuses_what_no_list_can_be_asked_for() {
        var cursor = anonymous().get("/v1/partners?q=zellige&limit=1").<String>path("nextCursor");

        anonymous()
                .queryParam("cursor", cursor)
                .get("/v1/partners?q=other&limit=1")
                .then()
                .statusCode(400);
        for (var bad : List.of("facets=region", "sort=size", "updatedSince=soon", "place=!", "domain=a&typo=1")) {
            anonymous().get("/v1/partners?" + bad).then().statusCode(400);
        }
        found("x".repeat(501)).then().statusCode(400);
        found("?!").then().statusCode(200).body("items", empty());
    }

    @Test
    void takes_a_partner_without_a_name_in_french_or_arabic() {
        var foreign = PartnerFixture.partner("Institute of Kyoto Tiles", "").replace("\"fr\"", "\"en\"");

        var id = created(create(foreign));

        found("kyoto tiles").then().body("items.id", hasItem(id)).body("items", not(empty()));
    }

    private static Response found(String q) {
        return anonymous().queryParam("q", q).get("/v1/partners");
    }

    private static List<String> walk(String path) {
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var page = cursor == null
                    ? anonymous().get(path)
                    : anonymous().queryParam("cursor", cursor).get(path);
            found.addAll(page.then().statusCode(200).extract().<List<String>>path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return found;
    }
}
