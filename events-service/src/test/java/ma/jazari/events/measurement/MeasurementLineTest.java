package ma.jazari.events.measurement;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.programme.ProgrammeFixture.announce;
import static ma.jazari.events.programme.ProgrammeFixture.announceMerged;
import static ma.jazari.events.programme.ProgrammeFixture.body;
import static ma.jazari.events.programme.ProgrammeFixture.code;
import static ma.jazari.events.programme.ProgrammeFixture.correcting;
import static ma.jazari.events.programme.ProgrammeFixture.create;
import static ma.jazari.events.programme.ProgrammeFixture.get;
import static ma.jazari.events.programme.ProgrammeFixture.indicator;
import static ma.jazari.events.programme.ProgrammeFixture.institute;
import static ma.jazari.events.programme.ProgrammeFixture.judge;
import static ma.jazari.events.programme.ProgrammeFixture.measurementBody;
import static ma.jazari.events.programme.ProgrammeFixture.patch;
import static ma.jazari.events.programme.ProgrammeFixture.programme;
import static ma.jazari.events.programme.ProgrammeFixture.report;
import static ma.jazari.events.programme.ProgrammeFixture.reported;
import static ma.jazari.events.programme.ProgrammeFixture.under;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A figure counts once along its line: programmes above and below each other, institutes that became one, and time. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MeasurementLineTest {

    private static final String Q1_FROM = "2026-01-01";
    private static final String Q1_TO = "2026-03-31";
    private static final String Q2_FROM = "2026-04-01";
    private static final String Q2_TO = "2026-06-30";

    @Inject
    AgroalDataSource database;

    private String fes = "";
    private String whole = "";
    private String part = "";

    @BeforeEach
    void set_up() {
        fes = institute("MA-03");
        whole = programme();
        indicator(whole, "gdp", "SUM");
        part = under(whole);
        indicator(part, "gdp", "SUM");
    }

    @Test
    void puts_right_a_report_in_the_wrong_programme_of_its_line() {
        var above = reported(whole, fes, Q1_FROM, Q1_TO, "1");

        report(Tokens.networkAdmin(), part, measurementBody(fes, Q1_FROM, Q1_TO, "2", ""))
                .then()
                .statusCode(409)
                .body("overlapping.programmeId", contains(whole))
                .body("detail", containsString("above or below"));
        var below = correcting(part, fes, Q1_FROM, Q1_TO, "2", above);

        get("/v1/programmes/{id}/measurements/{mid}", whole, above).then().body("correctedBy", equalTo(below));
        total(whole, "2");
        correcting(whole, fes, Q1_FROM, Q1_TO, "3", below);
        total(whole, "3");
        total(part, "0");
    }

    @Test
    void puts_right_nothing_of_another_line() {
        var beside = under(whole);
        indicator(beside, "gdp", "SUM");
        var there = reported(beside, fes, Q1_FROM, Q1_TO, "1");

        report(
                        Tokens.networkAdmin(),
                        part,
                        measurementBody(fes, Q1_FROM, Q1_TO, "2", ", \"corrects\": \"" + there + "\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/corrects"));
    }

    @Test
    void is_not_kept_out_by_what_is_disputed_above_it() {
        var above = reported(whole, fes, Q1_FROM, Q1_TO, "1");
        judge(Tokens.networkAdmin(), whole, above, "DISPUTED").then().statusCode(200);

        reported(part, fes, Q1_FROM, Q1_TO, "2");

        total(whole, "2");
    }

    @Test
    void is_held_against_indicators_that_mean_the_same_alone() {
        var mean = under(whole);
        indicator(mean, "gdp", "AVERAGE");
        reported(whole, fes, Q1_FROM, Q1_TO, "1");

        reported(mean, fes, Q1_FROM, Q1_TO, "2");
        var apart = programme();
        indicator(apart, "gdp", "AVERAGE");
        reported(apart, fes, Q1_FROM, Q1_TO, "3");
        patch(apart, "*", "{\"parentId\": \"%s\"}".formatted(whole)).then().statusCode(200);
    }

    @Test
    void says_what_keeps_a_programme_from_its_new_place() {
        reported(whole, fes, Q1_FROM, Q1_TO, "1");
        var apart = programme();
        indicator(apart, "gdp", "SUM");
        var twice = reported(apart, fes, "2026-03-31", Q2_TO, "2");
        var place = "{\"parentId\": \"%s\"}".formatted(part);

        patch(apart, "*", place)
                .then()
                .statusCode(409)
                .body("instituteId", equalTo(fes))
                .body("indicator", equalTo("gdp"))
                .body("detail", containsString("2026-03-31"));
        judge(Tokens.networkAdmin(), apart, twice, "DISPUTED").then().statusCode(200);
        patch(apart, "*", place).then().statusCode(200);
    }

    @Test
    void moves_past_as_many_measurements_as_there_are() throws SQLException {
        indicator(whole, "many", "SUM");
        var apart = programme();
        indicator(apart, "many", "SUM");
        many(whole, "2024-01-01");
        many(apart, "2025-01-01");

        patch(apart, "*", "{\"parentId\": \"%s\"}".formatted(whole)).then().statusCode(200);

        execute(
                "set session_replication_role = replica",
                "delete from measurement where indicator = 'many'" + " and programme_id in ('" + whole + "', '" + apart
                        + "')",
                "set session_replication_role = default");
    }

    private void many(String programme, String first) throws SQLException {
        execute(
                """
                insert into measurement (id, programme_id, indicator, institute_id, region, period_from, period_to,
                    value, source, method, state, reported_at, verified_at, sample, version, updated_at)
                select gen_random_uuid(), '%s', 'many', 'j' || lpad(i::text, 8, '0'), 'MA-01', date '%s' + d, date '%s' + d,
                    1, 's', 'm', 'VERIFIED', now(), now(), true, 1, now()
                from generate_series(1, 100) i, generate_series(0, 299) d
                """
                        .formatted(programme, first, first));
    }

    @Test
    void counts_once_for_institutes_that_have_become_one() {
        var rabat = institute("MA-04");
        reported(whole, fes, Q1_FROM, Q1_TO, "1");
        announceMerged(fes, rabat, Instant.parse("2026-05-10T10:00:00Z"));
        await().atMost(20, SECONDS)
                .until(() -> create(Tokens.networkAdmin(), body(code(), ", \"leadInstituteId\": \"" + fes + "\""))
                                .statusCode()
                        == 400);
        var late = reported(part, fes, Q2_FROM, Q2_TO, "2");

        report(Tokens.networkAdmin(), whole, measurementBody(rabat, Q2_FROM, Q2_TO, "4", ""))
                .then()
                .statusCode(409)
                .body("overlapping.instituteId", contains(fes));
        reported(whole, rabat, Q1_FROM, Q1_TO, "8");
        correcting(whole, rabat, Q2_FROM, Q2_TO, "4", late);
        total(whole, "13");
    }

    @Test
    void keeps_the_region_in_which_it_was_reported_first() {
        var wrong = reported(whole, fes, Q1_FROM, Q1_TO, "1");
        announce(fes, "ACTIVE", "MA-12", 7);
        await().atMost(20, SECONDS).until(() -> {
            var probe = programme();
            indicator(probe, "gdp", "SUM");
            return report(Tokens.networkAdmin(), probe, measurementBody(fes, Q1_FROM, Q1_TO, "1", ""))
                    .path("region")
                    .equals("MA-12");
        });

        var right = correcting(whole, fes, Q1_FROM, Q1_TO, "2", wrong);

        get("/v1/programmes/{id}/measurements/{mid}", whole, right).then().body("region", equalTo("MA-03"));
    }

    @Test
    void is_of_days_that_are_over_and_not_long_before_the_programme() {
        var tomorrow = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(1);

        report(Tokens.networkAdmin(), whole, measurementBody(fes, Q1_FROM, tomorrow.toString(), "1", ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/period/to"));
        report(Tokens.networkAdmin(), whole, measurementBody(fes, "2025-01-11", Q1_TO, "1", ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/period/from"));
        reported(whole, fes, "2025-01-12", tomorrow.minusDays(1).toString(), "1");
    }

    @Test
    void is_judged_by_a_clock_that_is_behind() throws SQLException {
        var id = reported(whole, fes, Q1_FROM, Q1_TO, "1");
        execute("update measurement set reported_at = reported_at + interval '5 seconds',"
                + " updated_at = updated_at + interval '5 seconds' where id = '" + id + "'");

        judge(Tokens.networkAdmin(), whole, id, "VERIFIED").then().statusCode(200);
        correcting(whole, fes, Q1_FROM, Q1_TO, "2", id);
    }

    @Test
    void is_corrected_once_however_many_correct_at_once() {
        var wrong = reported(whole, fes, Q1_FROM, Q1_TO, "1");
        var token = Tokens.networkAdmin();
        var corrections = IntStream.range(0, 8)
                .mapToObj(value -> CompletableFuture.supplyAsync(() -> report(
                                token,
                                value % 2 == 0 ? whole : part,
                                measurementBody(fes, Q1_FROM, Q1_TO, "7", ", \"corrects\": \"" + wrong + "\""))
                        .statusCode()))
                .toList();

        assertThat(corrections.stream().map(CompletableFuture::join).toList())
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        total(whole, "7");
    }

    @Test
    void is_corrected_whether_it_is_verified_at_the_same_time_or_not() {
        var wrong = reported(whole, fes, Q1_FROM, Q1_TO, "1");
        var token = Tokens.networkAdmin();
        var verified = CompletableFuture.supplyAsync(
                () -> judge(token, whole, wrong, "VERIFIED").statusCode());
        var corrected = CompletableFuture.supplyAsync(() -> report(
                        token, whole, measurementBody(fes, Q1_FROM, Q1_TO, "2", ", \"corrects\": \"" + wrong + "\""))
                .statusCode());

        assertThat(corrected.join()).isEqualTo(201);
        assertThat(verified.join()).isIn(200, 409);
        get("/v1/programmes/{id}/measurements/{mid}", whole, wrong).then().body("state", equalTo("SUPERSEDED"));
        total(whole, "2");
    }

    private static void total(String programme, String total) {
        get("/v1/programmes/{id}/progress?indicator=gdp", programme).then().body("indicators[0].total", equalTo(total));
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
