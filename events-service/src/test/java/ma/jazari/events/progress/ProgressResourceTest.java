package ma.jazari.events.progress;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.programme.ProgrammeFixture.addIndicator;
import static ma.jazari.events.programme.ProgrammeFixture.announceMerged;
import static ma.jazari.events.programme.ProgrammeFixture.body;
import static ma.jazari.events.programme.ProgrammeFixture.code;
import static ma.jazari.events.programme.ProgrammeFixture.correcting;
import static ma.jazari.events.programme.ProgrammeFixture.create;
import static ma.jazari.events.programme.ProgrammeFixture.get;
import static ma.jazari.events.programme.ProgrammeFixture.indicator;
import static ma.jazari.events.programme.ProgrammeFixture.indicatorBody;
import static ma.jazari.events.programme.ProgrammeFixture.institute;
import static ma.jazari.events.programme.ProgrammeFixture.judge;
import static ma.jazari.events.programme.ProgrammeFixture.patch;
import static ma.jazari.events.programme.ProgrammeFixture.programme;
import static ma.jazari.events.programme.ProgrammeFixture.reported;
import static ma.jazari.events.programme.ProgrammeFixture.under;
import static ma.jazari.events.programme.ProgrammeFixture.verify;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class ProgressResourceTest {

    private static final String GDP = "/v1/programmes/{id}/progress?indicator=gdp";

    @Inject
    AgroalDataSource database;

    private String fes = "";
    private String rabat = "";
    private String programme = "";

    @BeforeEach
    void set_up() {
        fes = institute("MA-03");
        rabat = institute("MA-04");
        programme = programme();
        indicator(programme, "gdp", "SUM");
    }

    @Test
    void adds_up_by_period_institute_and_region_verified_and_reported_apart() {
        verify(programme, reported(programme, fes, "2026-01-01", "2026-03-31", "100"));
        verify(programme, reported(programme, rabat, "2026-04-01", "2026-06-30", "50.25"));
        reported(programme, fes, "2026-04-01", "2026-06-30", "30");

        get(GDP, programme)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\""))
                .header("Content-Language", "fr")
                .body("programmeId", equalTo(programme))
                .body("indicators[0].total", equalTo("180.25"))
                .body("indicators[0].verified.total", equalTo("150.25"))
                .body("indicators[0].reported.total", equalTo("30"))
                .body("indicators[0].share", equalTo("0.18025"))
                .body("indicators[0].series.period", contains("2026-Q1", "2026-Q2"))
                .body("indicators[0].series[1].total", equalTo("80.25"))
                .body("indicators[0].series[1].level", equalTo("180.25"))
                .body("indicators[0].byInstitute.instituteId", contains(fes, rabat))
                .body("indicators[0].byInstitute[0].displayName", equalTo("Institut " + fes))
                .body("indicators[0].byInstitute[0].total", equalTo("130"))
                .body("indicators[0].byRegion", hasSize(12))
                .body("indicators[0].byRegion[3].verified", equalTo("50.25"))
                .body("indicators[0].projection.method", equalTo("LEAST_SQUARES"));
        get(GDP + "&by=year", programme).then().body("indicators[0].series.period", contains("2026"));
    }

    @Test
    void tells_the_report_that_the_minister_was_shown_again_after_a_dispute_and_a_correction() {
        verify(programme, reported(programme, rabat, "2026-01-01", "2026-03-31", "50"));
        var tooMuch = reported(programme, fes, "2026-01-01", "2026-03-31", "100");
        verify(programme, tooMuch);
        var shown = get(GDP, programme);
        shown.then().body("indicators[0].verified.total", equalTo("150"));

        // A disputed measurement leaves the verified total.
        judge(Tokens.networkAdmin(), programme, tooMuch, "DISPUTED").then().statusCode(200);
        get(GDP, programme).then().body("indicators[0].verified.total", equalTo("50"));

        // A corrected one counts once.
        verify(programme, correcting(programme, fes, "2026-01-01", "2026-03-31", "80", tooMuch));
        get(GDP, programme)
                .then()
                .body("indicators[0].verified.total", equalTo("130"))
                .body("indicators[0].total", equalTo("130"))
                .body("indicators[0].measurements", equalTo(2));

        // And as of when it was shown, the report is what it was.
        assertThat(get(GDP + "&asOf=" + shown.path("asOf"), programme).asString())
                .isEqualTo(shown.asString());
    }

    @Test
    void counts_a_disputed_measurement_nowhere_and_a_corrected_one_once() {
        var id = reported(programme, fes, "2026-01-01", "2026-03-31", "100");
        verify(programme, id);
        get(GDP, programme).then().body("indicators[0].verified.total", equalTo("100"));

        judge(Tokens.networkAdmin(), programme, id, "DISPUTED").then().statusCode(200);
        get(GDP, programme)
                .then()
                .body("indicators[0].verified.total", equalTo("0"))
                .body("indicators[0].total", equalTo("0"))
                .body("indicators[0].measurements", equalTo(0));

        var right = correcting(programme, fes, "2026-01-01", "2026-03-31", "80", id);
        get(GDP, programme)
                .then()
                .body("indicators[0].total", equalTo("80"))
                .body("indicators[0].reported.total", equalTo("80"));
        verify(programme, right);
        get(GDP, programme)
                .then()
                .body("indicators[0].verified.total", equalTo("80"))
                .body("indicators[0].measurements", equalTo(1));
    }

    @Test
    void reproduces_what_was_reported_at_any_instant_before() {
        var id = reported(programme, fes, "2026-01-01", "2026-03-31", "100");
        var answers = new ArrayList<Answer>();
        answers.add(now());
        verify(programme, id);
        answers.add(now());
        judge(Tokens.networkAdmin(), programme, id, "DISPUTED").then().statusCode(200);
        answers.add(now());
        correcting(programme, fes, "2026-01-01", "2026-03-31", "80", id);
        answers.add(now());
        var part = under(programme);
        indicator(part, "gdp", "SUM");
        verify(part, reported(part, rabat, "2026-01-01", "2026-03-31", "7"));
        answers.add(now());
        as(Tokens.networkAdmin())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"target\": \"5000\"}")
                .patch("/v1/programmes/{id}/indicators/gdp", programme)
                .then()
                .statusCode(200);
        patch(part, "*", "{\"parentId\": null}").then().statusCode(200);
        answers.add(now());

        assertThat(answers).extracting(Answer::total).containsExactly("100", "100", "0", "80", "87", "80");
        for (var answer : answers) {
            assertThat(get(GDP + "&asOf=" + answer.asOf(), programme).asString())
                    .isEqualTo(answer.body());
        }
        get(GDP + "&asOf=2020-01-01", programme).then().statusCode(404);
        get(GDP + "&asOf=2999-01-01", programme).then().statusCode(400).body("errors.pointer", contains("asOf"));
    }

    private record Answer(String asOf, String total, String body) {}

    private Answer now() {
        var answer = get(GDP, programme);
        return new Answer(answer.path("asOf"), answer.path("indicators[0].total"), answer.asString());
    }

    @Test
    void includes_the_parts_that_mean_the_same_and_no_others() {
        var part = under(programme);
        indicator(part, "gdp", "SUM");
        var below = under(part);
        indicator(below, "gdp", "SUM");
        var mean = under(programme);
        indicator(mean, "gdp", "AVERAGE");
        reported(programme, fes, "2026-01-01", "2026-03-31", "1");
        reported(part, rabat, "2026-01-01", "2026-03-31", "2");
        reported(below, fes, "2026-04-01", "2026-06-30", "4");
        reported(mean, rabat, "2026-07-01", "2026-09-30", "8");

        get(GDP, programme)
                .then()
                .body("indicators[0].total", equalTo("7"))
                .body("indicators[0].programmeIds", containsInAnyOrder(programme, part, below));
        get(GDP, part).then().body("indicators[0].total", equalTo("6"));
        get(GDP, mean).then().body("indicators[0].total", equalTo("8"));
    }

    @Test
    void takes_of_latest_values_the_last_of_each_institute() {
        indicator(programme, "solutions", "LATEST");
        var other = programme();
        indicator(other, "gdp", "LATEST");
        verify(other, reported(other, fes, "2026-01-01", "2026-03-31", "5"));
        reported(other, fes, "2026-04-01", "2026-06-30", "8");
        verify(other, reported(other, rabat, "2026-01-01", "2026-03-31", "2"));

        get(GDP, other)
                .then()
                .body("indicators[0].total", equalTo("10"))
                .body("indicators[0].verified.total", equalTo("7"))
                .body("indicators[0].series.total", contains("7", "10"))
                .body("indicators[0].byInstitute.total", contains("8", "2"))
                .body("indicators[0].byRegion[2].total", equalTo("8"));
        get("/v1/programmes/{id}/progress?indicator=solutions", programme)
                .then()
                .body("indicators[0].total", equalTo(null))
                .body("indicators[0].level", equalTo("0"));
    }

    @Test
    void counts_a_stock_once_along_a_line_of_programmes() {
        var top = programme();
        indicator(top, "gdp", "LATEST");
        var left = under(top);
        indicator(left, "gdp", "LATEST");
        var right = under(top);
        indicator(right, "gdp", "LATEST");
        reported(top, fes, "2026-01-01", "2026-03-31", "10");
        reported(left, fes, "2026-04-01", "2026-06-30", "3");
        reported(right, fes, "2026-04-01", "2026-06-30", "4");
        reported(left, rabat, "2026-04-01", "2026-06-30", "1");

        get(GDP, top)
                .then()
                .body("indicators[0].series.total", contains("10", "8"))
                .body("indicators[0].byInstitute.total", contains("7", "1"))
                .body("indicators[0].measurements", equalTo(4));
        get(GDP, left).then().body("indicators[0].total", equalTo("4"));

        reported(top, fes, "2026-07-01", "2026-09-30", "9");
        get(GDP, top).then().body("indicators[0].series.total", contains("10", "8", "10"));
    }

    @Test
    void ends_the_stock_of_a_merged_institute_with_the_next_one_of_its_successor() {
        var top = programme();
        indicator(top, "gdp", "LATEST");
        reported(top, fes, "2026-01-01", "2026-03-31", "5");
        reported(top, rabat, "2026-01-01", "2026-03-31", "8");
        var before = get(GDP, top);
        announceMerged(fes, rabat, Instant.parse("2026-05-10T10:00:00Z"));
        get(GDP, top).then().body("indicators[0].total", equalTo("13"));
        reported(top, rabat, "2026-04-01", "2026-06-30", "14");

        before.then().body("indicators[0].total", equalTo("13"));
        await().atMost(20, SECONDS).untilAsserted(() -> get(GDP, top)
                .then()
                .body("indicators[0].total", equalTo("14"))
                .body("indicators[0].series.total", contains("13", "14")));
    }

    @Test
    void shows_of_latest_values_as_reported_what_nothing_has_overtaken() {
        var top = programme();
        indicator(top, "gdp", "LATEST");
        reported(top, fes, "2026-01-01", "2026-03-31", "5");
        verify(top, reported(top, fes, "2026-04-01", "2026-06-30", "8"));
        verify(top, reported(top, rabat, "2026-01-01", "2026-03-31", "2"));
        reported(top, rabat, "2026-04-01", "2026-06-30", "3");

        get(GDP, top)
                .then()
                .body("indicators[0].total", equalTo("11"))
                .body("indicators[0].verified.total", equalTo("10"))
                .body("indicators[0].reported.total", equalTo("3"))
                .body("indicators[0].series.reported", contains("5", "3"));
    }

    @Test
    void has_the_same_tag_until_something_changes() {
        var first = get(GDP, programme);

        anonymous()
                .header("If-None-Match", first.header("ETag"))
                .get(GDP, programme)
                .then()
                .statusCode(304)
                .header("Vary", containsString("Accept"));
        reported(programme, fes, "2026-01-01", "2026-03-31", "100");
        anonymous()
                .header("If-None-Match", first.header("ETag"))
                .get(GDP, programme)
                .then()
                .statusCode(200);
        get(GDP + "&fields=code", programme).then().statusCode(200).body("indicators", nullValue());
    }

    @Test
    void is_a_table_that_explains_itself_and_that_a_spreadsheet_can_open() {
        var odd = programme();
        addIndicator(
                        Tokens.networkAdmin(),
                        odd,
                        indicatorBody("gdp", ", \"aggregation\": \"SUM\"")
                                .replace("Contribution au PIB", "=cmd, \\\"PIB\\\""))
                .then()
                .statusCode(201);
        verify(odd, reported(odd, fes, "2026-01-01", "2026-03-31", "-100"));

        var csv = anonymous()
                .accept("text/csv")
                .get(GDP + "&asOf=" + get(GDP, odd).path("asOf"), odd);

        String code = get("/v1/programmes/{id}", odd).path("code");
        var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        csv.then().header("Content-Disposition", equalTo("attachment; filename=\"" + code + "-" + today + ".csv\""));
        assertThat(csv.asString())
                .startsWith(
                        "programme,indicator,title,unit,asOf,baseline,target,targetDate,dimension,value,total,verified,"
                                + "reported,level,share,expected,measurements,projectedAtTargetDate,projectedToReachOn\r\n")
                .contains(code + ",gdp,\"'=cmd, \"\"PIB\"\"\",USD,")
                .contains(",period,2026-Q1,-100,-100,");
    }

    @Test
    void is_csv_and_a_chart_for_whoever_asks_for_them() {
        verify(programme, reported(programme, fes, "2026-01-01", "2026-03-31", "100"));

        var csv = anonymous().accept("text/csv").get(GDP, programme);
        csv.then().statusCode(200).contentType(startsWith("text/csv")).header("ETag", startsWith("\""));
        assertThat(csv.asString().lines())
                .contains(
                        line(csv, "institute", fes) + ",100,100,0,,,,1,,",
                        line(csv, "region", "MA-04") + ",0,0,0,,,,0,,");
        var svg = anonymous().accept("image/svg+xml").get(GDP + "&lang=ar", programme);
        svg.then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .header("Content-Language", "ar")
                .body(containsString("<svg"));
        assertThat(svg.asString()).contains("المساهمة في الناتج الداخلي");
        assertThat(anonymous()
                        .accept("image/svg+xml")
                        .header("Accept-Language", "en")
                        .get(GDP, programme)
                        .asString())
                .contains("Contribution to GDP", "Verified");
        anonymous()
                .accept("image/svg+xml")
                .header("If-None-Match", svg.header("ETag"))
                .get(GDP + "&lang=ar", programme)
                .then()
                .statusCode(304);
        anonymous().accept("image/png").get(GDP, programme).then().statusCode(406);
    }

    private static String line(Response csv, String dimension, String value) {
        var whole = csv.asString()
                .lines()
                .filter(line -> line.contains(",total,,"))
                .findFirst()
                .orElseThrow();
        return whole.substring(0, whole.indexOf(",total,")) + "," + dimension + "," + value;
    }

    @Test
    void refuses_what_it_does_not_know() {
        indicator(programme, "jobs", "SUM");

        get("/v1/programmes/{id}/progress", programme).then().body("indicators.key", contains("gdp", "jobs"));
        get("/v1/programmes/{id}/progress?indicator=x", programme)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("indicator"));
        get(GDP + "&by=week", programme).then().statusCode(400);
        get(GDP + "&asOf=soon", programme).then().statusCode(400);
        get(GDP + "&until=2026", programme).then().statusCode(400);
        anonymous()
                .accept("image/svg+xml")
                .get("/v1/programmes/{id}/progress", programme)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("indicator"));
        get("/v1/programmes/NO-SUCH-CODE/progress").then().statusCode(404);
        var planned = create(Tokens.networkAdmin(), body(code(), ", \"status\": \"PLANNED\""))
                .<String>path("id");
        get("/v1/programmes/{id}/progress", planned).then().statusCode(404);
        as(Tokens.auditor()).get("/v1/programmes/{id}/progress", planned).then().statusCode(200);
    }

    @Test
    void adds_up_a_hundred_thousand_measurements_exactly_along_its_index() throws SQLException {
        addIndicator(Tokens.networkAdmin(), programme, indicatorBody("many", ", \"aggregation\": \"SUM\""))
                .then()
                .statusCode(201);
        for (int first = 1; first <= 1000; first += 200) {
            execute(
                    """
                    insert into measurement (id, programme_id, indicator, institute_id, region, period_from, period_to,
                        value, source, method, state, reported_at, verified_at, sample, version, updated_at)
                    select gen_random_uuid(), '%s', 'many', 'j' || lpad(i::text, 8, '0'),
                        'MA-' || lpad((i %% 12 + 1)::text, 2, '0'), date '2026-01-01' + d, date '2026-01-01' + d,
                        0.1, 's', 'm', 'VERIFIED', now(), now(), true, 1, now()
                    from generate_series(%d, %d) i, generate_series(0, 99) d
                    """
                            .formatted(programme, first, first + 199));
        }
        // Whatever else goes on at this moment may still see older rows; then a vacuum leaves their pages for the next
        // one.
        await().atMost(60, SECONDS).untilAsserted(() -> {
            execute("vacuum analyze measurement");
            assertThat(planOfSums()).contains("Index Only Scan using measurement_figures");
        });
        get("/v1/programmes/{id}/progress?indicator=many", programme)
                .then()
                .body("indicators[0].verified.total", equalTo("10000"))
                .body("indicators[0].measurements", equalTo(100_000))
                .body("indicators[0].byInstitute", hasSize(1000));
        // Without the checks of what refers to each row, which no index serves: measurements are never deleted.
        execute(
                "set session_replication_role = replica",
                "delete from measurement where programme_id = '" + programme + "' and indicator = 'many'",
                "set session_replication_role = default");
    }

    private String planOfSums() throws SQLException {
        var plan = query(
                """
                explain select indicator, institute_id, region, period_to, value from measurement
                where programme_id = '%s' and indicator = 'many' and reported_at <= now()
                  and (disputed_at is null or disputed_at > now()) and (superseded_at is null or superseded_at > now())
                """
                        .formatted(programme));
        return String.join(" ", plan);
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // Nearly all rows of the test's table are asked for; among those of other programmes the index is shorter.
            statement.execute("set enable_seqscan = off");
            return lines(statement, sql);
        }
    }

    private static List<String> lines(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (row.next()) {
                lines.add(row.getString(1));
            }
            statement.execute("reset enable_seqscan");
            return lines;
        }
    }
}
