package ma.jazari.events.programme;

import static ma.jazari.events.programme.ProgrammeFixture.addIndicator;
import static ma.jazari.events.programme.ProgrammeFixture.get;
import static ma.jazari.events.programme.ProgrammeFixture.indicator;
import static ma.jazari.events.programme.ProgrammeFixture.indicatorBody;
import static ma.jazari.events.programme.ProgrammeFixture.institute;
import static ma.jazari.events.programme.ProgrammeFixture.move;
import static ma.jazari.events.programme.ProgrammeFixture.patch;
import static ma.jazari.events.programme.ProgrammeFixture.programme;
import static ma.jazari.events.programme.ProgrammeFixture.reported;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class IndicatorTest {

    private static final String SUM = ", \"aggregation\": \"SUM\"";

    @Inject
    AgroalDataSource database;

    @Test
    void belongs_to_its_programme_with_exact_decimals() throws SQLException {
        var id = programme();

        addIndicator(
                        Tokens.networkAdmin(),
                        id,
                        indicatorBody("gdp", SUM + ", \"baseline\": \"0.100000\"")
                                .replace("\"1000\"", "\"123456789012345678.123456\""))
                .then()
                .statusCode(201)
                .header("Location", equalTo("/v1/programmes/" + id + "/indicators/gdp"))
                .header("ETag", startsWith("\"2-"))
                .body("baseline", equalTo("0.1"))
                .body("target", equalTo("123456789012345678.123456"))
                .body("source", equalTo("MEASUREMENTS"));

        get("/v1/programmes/{id}/indicators/gdp?lang=en", id)
                .then()
                .body("displayTitle", equalTo("Contribution to GDP"))
                .body("programmeId", equalTo(id));
        get("/v1/programmes/{id}", id).then().body("indicators.key", contains("gdp"));
        assertThat(ChangeLogProbe.changes(database, id)).contains("programme.indicator-added 2");
    }

    @Test
    void is_set_by_the_network_administrator_alone() {
        var id = programme();

        anonymous()
                .contentType(ContentType.JSON)
                .body(indicatorBody("gdp", SUM))
                .post("/v1/programmes/{id}/indicators", id)
                .then()
                .statusCode(401);
        addIndicator(Tokens.instituteAdmin("j00000098"), id, indicatorBody("gdp", SUM))
                .then()
                .statusCode(403);
        addIndicator(Tokens.auditor(), id, indicatorBody("gdp", SUM)).then().statusCode(403);
        addIndicator(Tokens.networkAdmin(), "NO-SUCH-CODE", indicatorBody("gdp", SUM))
                .then()
                .statusCode(404);
    }

    @Test
    void says_all_that_is_wrong_with_it() {
        var id = programme();

        addIndicator(
                        Tokens.networkAdmin(),
                        id,
                        """
                        {"key": "1gdp", "titles": [], "unit": "", "aggregation": "MAX", "baseline": "1e3", "target": 5,
                         "targetDate": "soon"}
                        """)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/key", "/titles", "/unit", "/aggregation", "/baseline", "/target", "/targetDate"));
        addIndicator(Tokens.networkAdmin(), id, indicatorBody("gdp", SUM + ", \"baseline\": \"1000.0\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/target"));
        addIndicator(Tokens.networkAdmin(), id, indicatorBody("gdp", SUM).replace("2030-12-31", "2026-01-12"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/targetDate"));
        addIndicator(Tokens.networkAdmin(), id, indicatorBody("held", SUM + ", \"source\": \"REGISTRY\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/derivation"));
        addIndicator(
                        Tokens.networkAdmin(),
                        id,
                        indicatorBody("held", SUM + ", \"derivation\": \"PROGRAM_EVENTS_HELD\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/derivation"));
    }

    @Test
    void has_its_key_once_and_for_ever() {
        var id = programme();
        indicator(id, "gdp", "SUM");

        addIndicator(Tokens.networkAdmin(), id, indicatorBody("gdp", SUM))
                .then()
                .statusCode(409);
        change(id, "*", "{\"key\": \"pib\"}").then().statusCode(400).body("errors.pointer", contains("/key"));
        change(id, "\"1-x\"", "{\"target\": \"5\"}").then().statusCode(412);
        change(id, "*", "{\"target\": \"2000\"}")
                .then()
                .statusCode(200)
                .body("target", equalTo("2000"))
                .body("version", equalTo(3));
        change(id, "*", "{\"target\": \"2000.0\"}").then().statusCode(200).body("version", equalTo(3));
        patch(id, "*", "{\"from\": \"2031-01-01\", \"to\": null}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/from"));
    }

    @Test
    void keeps_its_meaning_once_it_was_measured() {
        var institute = institute("MA-03");
        var id = programme();
        indicator(id, "gdp", "SUM");
        indicator(id, "other", "SUM");
        reported(id, institute, "2026-01-01", "2026-03-31", "5");

        change(id, "*", "{\"unit\": \"MAD\"}").then().statusCode(409);
        change(id, "*", "{\"target\": \"2000\"}").then().statusCode(200);
        remove(id, "gdp").then().statusCode(409);
        remove(id, "other").then().statusCode(204);
        remove(id, "other").then().statusCode(404);
        get("/v1/programmes/{id}/indicators?total=true", id)
                .then()
                .body("items.key", contains("gdp"))
                .body("total", equalTo(1));
    }

    @Test
    void is_final_once_the_programme_is_closed() {
        var id = programme();
        indicator(id, "gdp", "SUM");
        move(id, "CLOSED").then().statusCode(200);

        change(id, "*", "{\"target\": \"2000\"}").then().statusCode(409);
        addIndicator(Tokens.networkAdmin(), id, indicatorBody("jobs", SUM))
                .then()
                .statusCode(409);
    }

    private static Response change(String id, String ifMatch, String patch) {
        return as(Tokens.networkAdmin())
                .contentType(Api.MERGE_PATCH)
                .header("If-Match", ifMatch)
                .body(patch)
                .patch("/v1/programmes/{id}/indicators/gdp", id);
    }

    private static Response remove(String id, String key) {
        return as(Tokens.networkAdmin())
                .header("If-Match", "*")
                .delete("/v1/programmes/{id}/indicators/{key}", id, key);
    }
}
