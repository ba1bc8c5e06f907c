package ma.jazari.institutes.network;

import static ma.jazari.institutes.part.Registry.active;
import static ma.jazari.institutes.part.Registry.changedAt;
import static ma.jazari.institutes.part.Registry.draft;
import static ma.jazari.institutes.part.Registry.move;
import static ma.jazari.institutes.part.Registry.patch;
import static ma.jazari.institutes.part.Registry.post;
import static ma.jazari.institutes.part.Registry.root;
import static ma.jazari.institutes.part.Registry.under;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import ma.jazari.institutes.institute.Region;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class NetworkResourceTest {

    @Test
    void shows_the_tree_from_the_root_down() {
        var upper = active("Arbre haut");
        var lower = under(upper, "Arbre bas");
        var hidden = draft("Arbre caché", "MA-03", ", \"parentId\": \"" + upper + "\"");

        tree("limit=10000")
                .then()
                .statusCode(200)
                .body("root.id", equalTo(root()))
                .body("root.kind", equalTo("ROOT"))
                .body("complete", equalTo(true))
                .body("root.children.id", hasItem(upper));
        tree("root=" + upper)
                .then()
                .body("root.displayName", equalTo("Arbre haut"))
                .body("root.childCount", equalTo(1))
                .body("root.children.id", contains(lower))
                .body("root.children[0].children", empty())
                .body("nodes", equalTo(2));
        move(lower, "SUSPENDED").statusCode(200);
        tree("root=" + upper).then().body("root.children.status", contains("SUSPENDED"));
        tree("root=" + hidden).then().statusCode(404);
        tree("root=j4k7xq237").then().statusCode(400);
        assertThat(tree("limit=10000").asString()).doesNotContain(hidden);
    }

    @Test
    void is_cut_breadth_first_and_counts_what_it_leaves_out() {
        var top = active("Coupe sommet");
        var one = under(top, "Coupe un");
        var two = under(top, "Coupe deux");
        under(one, "Coupe un un");
        under(one, "Coupe un deux");

        tree("root=" + top).then().body("complete", equalTo(true)).body("nodes", equalTo(5));
        tree("limit=3&root=" + top)
                .then()
                .body("complete", equalTo(false))
                .body("root.childCount", equalTo(2))
                .body("root.children.id", containsInAnyOrder(one, two))
                .body("root.children.find { it.id == '" + one + "' }.childCount", equalTo(2))
                .body("root.children.find { it.id == '" + one + "' }.children", empty());
        tree("limit=1&root=" + top)
                .then()
                .body("complete", equalTo(false))
                .body("root.childCount", equalTo(2))
                .body("root.children", empty());
        tree("limit=4&root=" + top).then().body("nodes", equalTo(4)).body("complete", equalTo(false));
        tree("depth=1&root=" + top).then().body("nodes", equalTo(3)).body("complete", equalTo(false));
        tree("depth=2&root=" + top).then().body("nodes", equalTo(5)).body("complete", equalTo(true));
        tree("depth=0&root=" + two).then().body("nodes", equalTo(1)).body("complete", equalTo(true));
        tree("limit=0").then().statusCode(400);
        tree("limit=many").then().statusCode(400);
        tree("depth=-1").then().statusCode(400);
        tree("asOf=yesterday").then().statusCode(400);
        tree("level=1").then().statusCode(400);
    }

    @Test
    void shows_the_tree_as_it_was_before_moves_and_ends() {
        var east = active("Passé est");
        var beforeWest = changedAt(east);
        var west = active("Passé ouest");
        var child = under(east, "Passé enfant");
        var inTheEast = changedAt(child);
        patch(Tokens.networkAdmin(), "/v1/institutes/" + child, "*", "{\"parentId\": \"" + west + "\"}")
                .then()
                .statusCode(200);
        var inTheWest = changedAt(child);
        move(child, "CLOSED").statusCode(200);
        var closed = changedAt(child);

        then(inTheEast, east).then().body("root.children.id", contains(child)).body("complete", equalTo(true));
        then(inTheEast, west).then().body("root.children", empty()).body("root.childCount", equalTo(0));
        then(inTheWest, east).then().body("root.children", empty());
        then(inTheWest, west).then().body("root.children.id", contains(child)).body("root.childCount", equalTo(1));
        then(closed, west).then().body("root.children", empty());
        tree("root=" + west).then().body("root.children", empty());
        then(beforeWest, west).then().statusCode(404);
        anonymous()
                .get("/v1/network/tree?limit=10000&asOf={t}", beforeWest)
                .then()
                .statusCode(200)
                .body("asOf", equalTo(beforeWest))
                .body("root.children.id", hasItem(east))
                .body("root.children.id", not(hasItem(west)));
        tree("asOf=2020-01-01").then().statusCode(404);
        tree("asOf=2100-01-01&limit=10000").then().statusCode(200);
    }

    @Test
    void shows_the_same_tree_from_the_table_and_from_the_log() {
        var top = active("Double sommet");
        under(under(top, "Double milieu"), "Double bas");

        var now = tree("root=" + top).jsonPath();
        var logged = tree("asOf=2100-01-01&root=" + top).jsonPath();

        assertThat(logged.<Object>get("root")).isEqualTo(now.<Object>get("root"));
    }

    @Test
    void covers_all_twelve_regions_the_empty_ones_too() {
        var before = coverage();
        var id = active("Couverture", "MA-10", "");
        post(
                        Tokens.networkAdmin(),
                        "/v1/institutes/" + id + "/competencies",
                        "{\"field\": \"quantum-computing\", \"level\": \"RESEARCH\", \"people\": 4}")
                .then()
                .statusCode(201);
        post(
                        Tokens.networkAdmin(),
                        "/v1/institutes/" + id + "/competencies",
                        "{\"field\": \"quantum-computing\", \"level\": \"TEACHING\", \"people\": 2}")
                .then()
                .statusCode(201);

        var after = coverage();

        assertThat(after.<String>getList("regions.region")).isEqualTo(Region.codes());
        var here = "regions.find { it.region == 'MA-10' }.";
        assertThat(after.getLong(here + "institutes")).isEqualTo(before.getLong(here + "institutes") + 1);
        assertThat(after.getLong(here + "byMission.RESEARCH"))
                .isEqualTo(before.getLong(here + "byMission.RESEARCH") + 1);
        assertThat(after.getLong("totals.institutes")).isEqualTo(before.getLong("totals.institutes") + 1);
        var field = "byCompetency.find { it.field == 'quantum-computing' }.";
        assertThat(after.getLong(here + field + "institutes")).isEqualTo(1);
        assertThat(after.getLong(here + field + "people")).isEqualTo(6);
        assertThat(after.getLong("totals." + field + "people")).isEqualTo(6);
        anonymous()
                .get("/v1/network/coverage?lang=ar")
                .then()
                .header("Content-Language", "ar")
                .body("regions[2].displayName", equalTo("فاس مكناس"))
                .body("regions[2].names.lang", contains("fr", "ar", "en"))
                .body("regions.byMission", everyItem(aMapWithSize(3)));
        move(id, "SUSPENDED").statusCode(200);
        assertThat(coverage().getLong("totals.institutes")).isEqualTo(before.getLong("totals.institutes"));
    }

    @Test
    void pools_skills_by_field_level_and_region() {
        var north = active("Réserve nord", "MA-01", "");
        var south = active("Réserve sud", "MA-12", "");
        competency(north, "bioinformatics", "RESEARCH", 3);
        competency(north, "bioinformatics", "APPLIED", 2);
        competency(south, "bioinformatics", "RESEARCH", 5);
        competency(south, "digital-twins", "RESEARCH", 1);
        competency(draft("Réserve cachée"), "bioinformatics", "RESEARCH", 100);

        pool("field=bioinformatics&lang=en&total=true")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].displayLabel", equalTo("Bioinformatics"))
                .body("items[0].institutes", equalTo(2))
                .body("items[0].people", equalTo(10))
                .body("items[0].byLevel.RESEARCH.institutes", equalTo(2))
                .body("items[0].byLevel.RESEARCH.people", equalTo(8))
                .body("items[0].byLevel.TEACHING.people", equalTo(0))
                .body("items[0].byRegion.'MA-01'.people", equalTo(5))
                .body("items[0].byRegion", aMapWithSize(12));
        pool("field=bioinformatics&level=APPLIED").then().body("items[0].people", equalTo(2));
        pool("field=bioinformatics&region=MA-12").then().body("items[0].people", equalTo(5));
        pool("field=bioinformatics&mission=TRAINING").then().body("items", empty());
        pool("field=bioinformatics&mission=RESEARCH,TRAINING").then().body("items[0].people", equalTo(10));
        var first = pool("field=bioinformatics,digital-twins&limit=1");
        first.then().body("items.field", contains("bioinformatics"));
        anonymous()
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/v1/network/competencies?field=bioinformatics,digital-twins&limit=1")
                .then()
                .body("items.field", contains("digital-twins"))
                .body("nextCursor", equalTo(null));
        pool("level=GURU").then().statusCode(400);
        pool("region=nowhere").then().statusCode(400);
        pool("cursor=bm9uc2Vuc2U").then().statusCode(400);
    }

    @Test
    void answers_304_to_who_has_the_tree_already() {
        var top = active("Arbre connu");
        var tag = tree("root=" + top).header("ETag");

        anonymous()
                .header("If-None-Match", tag)
                .get("/v1/network/tree?root={id}", top)
                .then()
                .statusCode(304);
    }

    private static void competency(String id, String field, String level, int people) {
        post(
                        Tokens.networkAdmin(),
                        "/v1/institutes/" + id + "/competencies",
                        "{\"field\": \"%s\", \"level\": \"%s\", \"people\": %d}".formatted(field, level, people))
                .then()
                .statusCode(201);
    }

    private static Response tree(String query) {
        return anonymous().get("/v1/network/tree?" + query);
    }

    private static Response then(String instant, String top) {
        return anonymous().get("/v1/network/tree?asOf={t}&root={id}", instant, top);
    }

    private static Response pool(String query) {
        return anonymous().get("/v1/network/competencies?" + query);
    }

    private static JsonPath coverage() {
        return anonymous()
                .get("/v1/network/coverage")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
