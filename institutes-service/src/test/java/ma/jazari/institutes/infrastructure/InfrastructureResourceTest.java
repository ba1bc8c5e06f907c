package ma.jazari.institutes.infrastructure;

import static ma.jazari.institutes.part.Registry.active;
import static ma.jazari.institutes.part.Registry.changedAt;
import static ma.jazari.institutes.part.Registry.delete;
import static ma.jazari.institutes.part.Registry.history;
import static ma.jazari.institutes.part.Registry.location;
import static ma.jazari.institutes.part.Registry.move;
import static ma.jazari.institutes.part.Registry.patch;
import static ma.jazari.institutes.part.Registry.post;
import static ma.jazari.institutes.part.Registry.publishesBySchema;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class InfrastructureResourceTest {

    @Test
    void is_sovereign_where_it_stands_and_is_run_in_morocco() {
        var id = active("Institut souverain");
        var added = add(id, "Grappe d'ici", "MA", "MA", ", \"accelerators\": 64, \"storageTb\": 500");

        added.then().statusCode(201).body("sovereign", equalTo(true)).body("storageTb", equalTo(500));
        var then = changedAt(id);
        patch(
                        Tokens.instituteAdmin(id),
                        location(added),
                        added.header("ETag"),
                        "{\"operatorCountry\": \"US\", \"storageTb\": 0.25}")
                .then()
                .statusCode(200)
                .body("sovereign", equalTo(false))
                .body("storageTb", equalTo(0.25f));
        patch(Tokens.instituteAdmin(id), location(added), "*", "{\"sovereign\": true}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/sovereign"));
        anonymous()
                .get("/v1/institutes/{id}/infrastructure?asOf={t}", id, then)
                .then()
                .body("items.sovereign", contains(true))
                .body("items.accelerators", contains(64));
        delete(Tokens.instituteAdmin(id), location(added), "*").then().statusCode(204);
        assertThat(history(id))
                .endsWith(
                        "institute.infrastructure-added",
                        "institute.infrastructure-changed",
                        "institute.infrastructure-removed");
        publishesBySchema(id, 4);
        add(id, "Sans chiffres", "MA", "MA", "")
                .then()
                .statusCode(201)
                .body("accelerators", equalTo(0))
                .body("storageTb", equalTo(0));
    }

    @Test
    void names_everything_that_is_wrong() {
        var id = active("Institut sans mesure");

        add(id, "X", "Morocco", "ma", ", \"accelerators\": 1.5, \"sovereign\": true")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/accelerators", "/sovereign"));
        add(id, "X", "Morocco", "ma", ", \"accelerators\": 1")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/country", "/operatorCountry"));
        add(id, "X", "MA", "MA", ", \"accelerators\": -1, \"storageTb\": 1e30")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/accelerators", "/storageTb"));
        add(id, "X", "MA", "MA", ", \"storageTb\": 0.0001").then().statusCode(400);
        add(id, "X", "MA", "MA", ", \"storageTb\": 1e999")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/storageTb"));
    }

    @Test
    void is_found_across_the_network() {
        var east = active("Institut de l'est", "MA-02", "");
        add(east, "Grappe Ouroboros", "MA", "MA", ", \"accelerators\": 8")
                .then()
                .statusCode(201);
        add(east, "Nuage Ouroboros", "FR", "FR", ", \"accelerators\": 2").then().statusCode(201);

        find("q=ouroboros&sovereign=true").then().body("items.name", contains("Grappe Ouroboros"));
        find("q=ouroboros&sovereign=false").then().body("items.name", contains("Nuage Ouroboros"));
        find("q=ouroboros&minAccelerators=3").then().body("items.name", contains("Grappe Ouroboros"));
        find("q=ouroboros&country=FR").then().body("items.name", contains("Nuage Ouroboros"));
        find("q=ouroboros&type=CLUSTER&region=MA-02&total=true")
                .then()
                .body("total", equalTo(2))
                .body("items.institute.id", contains(east, east));
        find("q=ouroboros&type=LAPTOP").then().statusCode(400);
        find("q=ouroboros&sovereign=perhaps").then().statusCode(400);
        find("q=ouroboros&minAccelerators=-1").then().statusCode(400);
    }

    @Test
    void adds_up_to_the_capacity_of_the_network() {
        var before = capacity();
        var id = active("Institut capable", "MA-11", "");
        add(id, "A", "MA", "MA", ", \"accelerators\": 10, \"storageTb\": 1.5")
                .then()
                .statusCode(201);
        add(id, "B", "FR", "MA", ", \"accelerators\": 3").then().statusCode(201);

        var after = capacity();

        assertThat(grown(before, after, "total.count")).isEqualTo(2);
        assertThat(grown(before, after, "total.accelerators")).isEqualTo(13);
        assertThat(grown(before, after, "sovereign.accelerators")).isEqualTo(10);
        assertThat(grown(before, after, "sovereign.storageTb")).isEqualTo(1.5);
        assertThat(grown(before, after, "other.accelerators")).isEqualTo(3);
        assertThat(grown(before, after, "byType.CLUSTER.count")).isEqualTo(2);
        assertThat(grown(before, after, "byType.DATA_CENTRE.count")).isZero();
        assertThat(grown(before, after, "byRegion.'MA-11'.accelerators")).isEqualTo(13);
        anonymous()
                .get("/v1/network/capacity")
                .then()
                .body("byRegion", aMapWithSize(12))
                .body("byType", aMapWithSize(3));
        move(id, "SUSPENDED").statusCode(200);
        assertThat(grown(before, capacity(), "total.count")).isZero();
    }

    private static JsonPath capacity() {
        return anonymous()
                .get("/v1/network/capacity")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static double grown(JsonPath before, JsonPath after, String path) {
        return after.getDouble(path) - before.getDouble(path);
    }

    private static Response find(String query) {
        return anonymous().get("/v1/network/infrastructure?" + query);
    }

    private static Response add(String id, String name, String country, String operatorCountry, String more) {
        return post(
                Tokens.networkAdmin(),
                "/v1/institutes/" + id + "/infrastructure",
                """
                {"type": "CLUSTER", "name": "%s", "country": "%s", "operator": "Opérateur", "operatorCountry": "%s" %s}
                """
                        .formatted(name, country, operatorCountry, more));
    }
}
