package ma.jazari.events.programme;

import static ma.jazari.events.programme.ProgrammeFixture.body;
import static ma.jazari.events.programme.ProgrammeFixture.code;
import static ma.jazari.events.programme.ProgrammeFixture.create;
import static ma.jazari.events.programme.ProgrammeFixture.get;
import static ma.jazari.events.programme.ProgrammeFixture.indicator;
import static ma.jazari.events.programme.ProgrammeFixture.institute;
import static ma.jazari.events.programme.ProgrammeFixture.judge;
import static ma.jazari.events.programme.ProgrammeFixture.measurementBody;
import static ma.jazari.events.programme.ProgrammeFixture.move;
import static ma.jazari.events.programme.ProgrammeFixture.patch;
import static ma.jazari.events.programme.ProgrammeFixture.programme;
import static ma.jazari.events.programme.ProgrammeFixture.report;
import static ma.jazari.events.programme.ProgrammeFixture.reported;
import static ma.jazari.events.programme.ProgrammeFixture.under;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures of a closed programme are final, and so is all that they are made of. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ClosedProgrammeTest {

    @Inject
    AgroalDataSource database;

    private String whole = "";
    private String part = "";

    @BeforeEach
    void set_up() {
        whole = programme();
        part = under(whole);
    }

    @Test
    void closes_after_its_parts() {
        String code = get("/v1/programmes/{id}", part).path("code");

        move(whole, "CLOSED").then().statusCode(409).body("open", contains(code));
        move(part, "CLOSED").then().statusCode(200);
        move(whole, "CLOSED").then().statusCode(200);
    }

    @Test
    void opens_before_its_parts() {
        var planned = programme(", \"status\": \"PLANNED\", \"parentId\": \"" + whole + "\"");
        close();

        move(part, "ACTIVE").then().statusCode(409).body("detail", containsString("open that one first"));
        move(planned, "ACTIVE").then().statusCode(409);
        move(whole, "ACTIVE").then().statusCode(200);
        move(part, "ACTIVE").then().statusCode(200);
    }

    @Test
    void keeps_its_days_and_its_place() {
        close();

        patch(whole, "*", "{\"to\": \"2031-12-31\"}").then().statusCode(409);
        patch(whole, "*", "{\"from\": \"2026-01-01\"}").then().statusCode(409);
        patch(whole, "*", "{\"parentId\": \"%s\"}".formatted(programme()))
                .then()
                .statusCode(409);
        patch(part, "*", "{\"parentId\": null}").then().statusCode(409);
        patch(whole, "*", "{\"titles\": [{\"value\": \"Clos\", \"lang\": \"fr\"}]}")
                .then()
                .statusCode(200);
    }

    @Test
    void takes_in_no_more_parts() {
        var apart = programme();
        close();

        patch(apart, "*", "{\"parentId\": \"%s\"}".formatted(whole))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/parentId"));
        patch(apart, "*", "{\"parentId\": \"%s\"}".formatted(part)).then().statusCode(400);
        create(Tokens.networkAdmin(), body(code(), ", \"parentId\": \"" + whole + "\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/parentId"));
    }

    @Test
    void takes_no_figures_of_parts_that_were_left_open_when_that_was_allowed() throws SQLException {
        indicator(part, "gdp", "SUM");
        var institute = institute("MA-03");
        var measurement = reported(part, institute, "2026-01-01", "2026-03-31", "1");
        execute("update programme set status = 'CLOSED' where id = '" + whole + "'");

        report(Tokens.networkAdmin(), part, measurementBody(institute, "2026-04-01", "2026-06-30", "1", ""))
                .then()
                .statusCode(409)
                .body("detail", containsString("part of one that is closed"));
        judge(Tokens.networkAdmin(), part, measurement, "DISPUTED").then().statusCode(409);
        patch(part, "*", "{\"parentId\": null}").then().statusCode(409);
        execute("update programme set status = 'ACTIVE' where id = '" + whole + "'");
    }

    private void close() {
        move(part, "CLOSED").then().statusCode(200);
        move(whole, "CLOSED").then().statusCode(200);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
