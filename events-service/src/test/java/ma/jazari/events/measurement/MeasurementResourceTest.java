package ma.jazari.events.measurement;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.programme.ProgrammeFixture.announce;
import static ma.jazari.events.programme.ProgrammeFixture.body;
import static ma.jazari.events.programme.ProgrammeFixture.code;
import static ma.jazari.events.programme.ProgrammeFixture.correcting;
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
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import ma.jazari.events.programme.ChangeLogProbe;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class MeasurementResourceTest {

    private static final String Q1_FROM = "2026-01-01";
    private static final String Q1_TO = "2026-03-31";

    @Inject
    AgroalDataSource database;

    private String institute = "";
    private String programme = "";

    @BeforeEach
    void set_up() {
        institute = institute("MA-03");
        programme = programme();
        indicator(programme, "gdp", "SUM");
    }

    @Test
    void is_reported_by_the_institute_and_read_by_everybody() {
        var id = report(
                        Tokens.instituteAdmin(institute),
                        programme,
                        measurementBody(institute, Q1_FROM, Q1_TO, "1200000.50", ""))
                .then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .header("Location", startsWith("/v1/programmes/" + programme + "/measurements/"))
                .body("state", equalTo("REPORTED"))
                .body("value", equalTo("1200000.5"))
                .body("region", equalTo("MA-03"))
                .body("availableTransitions", empty())
                .extract()
                .<String>path("id");

        get("/v1/programmes/{id}/measurements/{mid}", programme, id)
                .then()
                .statusCode(200)
                .body("period.from", equalTo(Q1_FROM))
                .body("source", equalTo("Comptes annuels"));
        get("/v1/programmes/{id}/measurements/{mid}", programme(), id).then().statusCode(404);
        get("/v1/programmes/{id}/measurements/{mid}", programme, "x").then().statusCode(400);
    }

    @Test
    void is_reported_by_nobody_else() {
        var body = measurementBody(institute, Q1_FROM, Q1_TO, "1", "");

        anonymous()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/programmes/{id}/measurements", programme)
                .then()
                .statusCode(401);
        report(Tokens.instituteAdmin("j00000098"), programme, body).then().statusCode(403);
        report(Tokens.partner("p5m2c0066"), programme, body).then().statusCode(403);
        report(Tokens.auditor(), programme, body).then().statusCode(403);
        report(Tokens.networkAdmin(), programme, body).then().statusCode(201);
    }

    @Test
    void says_all_that_is_wrong_with_a_report() {
        report(
                        Tokens.networkAdmin(),
                        programme,
                        """
                        {"indicator": "gdp", "instituteId": "%s", "period": {"from": "2026-13-01"}, "value": "1,5",
                         "source": "", "state": "VERIFIED"}
                        """
                                .formatted(institute))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/period/from", "/period/to", "/value", "/source", "/method", "/state"));
        report(Tokens.networkAdmin(), programme, measurementBody("j4k7xq237", "2026-02-01", "2026-01-01", "1", ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/instituteId", "/period/to"));
        report(
                        Tokens.networkAdmin(),
                        programme,
                        measurementBody(institute, "2035-01-01", "2035-12-31", "1", "")
                                .replace("gdp", "jobs"))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/indicator", "/period"));
        report(Tokens.networkAdmin(), programme, measurementBody(PublicId.random('j'), Q1_FROM, Q1_TO, "1", ""))
                .then()
                .statusCode(409);
    }

    @Test
    void counts_once_per_institute_and_days() {
        var first = reported(programme, institute, Q1_FROM, Q1_TO, "1");

        report(
                        Tokens.instituteAdmin(institute),
                        programme,
                        measurementBody(institute, "2026-03-31", "2026-06-30", "2", ""))
                .then()
                .statusCode(409)
                .body("overlapping.id", contains(first))
                .body("overlapping[0].period.to", equalTo(Q1_TO));
        reported(programme, institute, "2026-04-01", "2026-06-30", "2");
        reported(programme, institute("MA-04"), Q1_FROM, Q1_TO, "3");
    }

    @Test
    void counts_once_however_many_report_at_once() {
        var bodies = Stream.iterate(1, day -> day + 1)
                .limit(12)
                .map(day -> measurementBody(institute, "2026-01-%02d".formatted(day), Q1_TO, "1", ""))
                .toList();

        var token = Tokens.networkAdmin();
        var reports = bodies.stream()
                .map(body -> CompletableFuture.supplyAsync(
                        () -> report(token, programme, body).statusCode()))
                .toList();

        var statuses = reports.stream().map(CompletableFuture::join).toList();
        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 409)
                .hasSize(11);
    }

    @Test
    void is_kept_from_counting_twice_by_the_database_itself() {
        var id = reported(programme, institute, Q1_FROM, Q1_TO, "1");

        assertThatThrownBy(() -> execute(
                        """
                        insert into measurement select gen_random_uuid(), programme_id, indicator, institute_id, region,
                            period_to, period_to, value, source, method, evidence_url, state, dispute_reason, corrects,
                            corrected_by, reported_at, verified_at, disputed_at, superseded_at, sample, version, updated_at
                        from measurement where id = '%s'
                        """
                                .formatted(id)))
                .hasMessageContaining("measurement_counts_once");
    }

    @Test
    void counts_once_in_the_whole_line_of_programmes() {
        var part = under(programme);
        indicator(part, "gdp", "SUM");
        var first = reported(part, institute, Q1_FROM, Q1_TO, "1");

        report(Tokens.networkAdmin(), programme, measurementBody(institute, Q1_FROM, Q1_TO, "2", ""))
                .then()
                .statusCode(409)
                .body("overlapping.id", contains(first))
                .body("overlapping.programmeId", contains(part));
        reported(programme, institute, "2026-04-01", "2026-06-30", "2");

        var apart = programme();
        indicator(apart, "gdp", "SUM");
        reported(apart, institute, "2026-06-30", "2026-07-31", "3");
        patch(apart, "*", "{\"parentId\": \"%s\"}".formatted(programme)).then().statusCode(409);
        patch(apart, "*", "{\"parentId\": \"%s\"}".formatted(part)).then().statusCode(409);
    }

    @Test
    void is_verified_or_disputed_by_the_network_administrator_alone() {
        var id = reported(programme, institute, Q1_FROM, Q1_TO, "1");

        judge(Tokens.instituteAdmin(institute), programme, id, "VERIFIED")
                .then()
                .statusCode(403);
        judge(Tokens.networkAdmin(), programme, id, "SUPERSEDED")
                .then()
                .statusCode(409)
                .body("allowed", containsInAnyOrder("VERIFIED", "DISPUTED"));
        judge(Tokens.networkAdmin(), programme, id, "VERIFIED")
                .then()
                .statusCode(200)
                .body("state", equalTo("VERIFIED"))
                .body("version", equalTo(2));
        judge(Tokens.networkAdmin(), programme, id, "DISPUTED")
                .then()
                .statusCode(200)
                .body("disputeReason", equalTo("as the test says"));
        judge(Tokens.networkAdmin(), programme, id, "VERIFIED").then().statusCode(409);
    }

    @Test
    void needs_the_version_and_a_reason_to_be_disputed() {
        var id = reported(programme, institute, Q1_FROM, Q1_TO, "1");
        var path = "/v1/programmes/" + programme + "/measurements/" + id + "/transitions";

        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body("{\"to\": \"VERIFIED\"}")
                .post(path)
                .then()
                .statusCode(428);
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"7-abc\"")
                .body("{\"to\": \"VERIFIED\"}")
                .post(path)
                .then()
                .statusCode(412);
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"DISPUTED\"}")
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void is_put_right_by_another_one_that_names_it() throws SQLException {
        var wrong = reported(programme, institute, Q1_FROM, Q1_TO, "10");
        judge(Tokens.networkAdmin(), programme, wrong, "DISPUTED").then().statusCode(200);

        report(Tokens.networkAdmin(), programme, measurementBody(institute, Q1_FROM, Q1_TO, "1", ""))
                .then()
                .statusCode(409);
        var right = correcting(programme, institute, Q1_FROM, "2026-04-30", "1", wrong);

        get("/v1/programmes/{id}/measurements/{mid}", programme, wrong)
                .then()
                .body("state", equalTo("SUPERSEDED"))
                .body("correctedBy", equalTo(right));
        get("/v1/programmes/{id}/measurements/{mid}", programme, right)
                .then()
                .body("state", equalTo("REPORTED"))
                .body("corrects", equalTo(wrong));
        report(
                        Tokens.networkAdmin(),
                        programme,
                        measurementBody(institute, Q1_FROM, Q1_TO, "1", ", \"corrects\": \"" + wrong + "\""))
                .then()
                .statusCode(409)
                .body("correctedBy", equalTo(right));
        report(
                        Tokens.networkAdmin(),
                        programme,
                        measurementBody(institute("MA-04"), Q1_FROM, Q1_TO, "1", ", \"corrects\": \"" + right + "\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/corrects"));
        assertThat(ChangeLogProbe.changes(database, wrong))
                .containsExactly("measurement.reported 1", "measurement.disputed 2", "measurement.superseded 3");
        assertThat(ChangeLogProbe.changes(database, right)).containsExactly("measurement.reported 1");
    }

    @Test
    void is_taken_for_active_institutes_and_put_right_for_others_too() {
        var id = reported(programme, institute, Q1_FROM, Q1_TO, "1");
        announce(institute, "SUSPENDED", "MA-03", 9);

        await().atMost(20, SECONDS)
                .until(() -> create(Tokens.networkAdmin(), body(code(), ", \"leadInstituteId\": \"" + institute + "\""))
                                .statusCode()
                        == 400);

        report(
                        Tokens.instituteAdmin(institute),
                        programme,
                        measurementBody(institute, "2026-04-01", "2026-06-30", "1", ""))
                .then()
                .statusCode(409);
        correcting(programme, institute, Q1_FROM, Q1_TO, "2", id);
    }

    @Test
    void is_final_once_the_programme_is_closed() {
        var id = reported(programme, institute, Q1_FROM, Q1_TO, "1");
        move(programme, "CLOSED").then().statusCode(200);

        judge(Tokens.networkAdmin(), programme, id, "VERIFIED").then().statusCode(409);
        report(Tokens.networkAdmin(), programme, measurementBody(institute, "2026-04-01", "2026-06-30", "1", ""))
                .then()
                .statusCode(409);
    }

    @Test
    void is_reported_once_with_the_same_key() {
        var key = "\"" + UUID.randomUUID() + "\"";
        var body = measurementBody(institute, Q1_FROM, Q1_TO, "1", "");

        var first = withKey(key, body);
        var second = withKey(key, body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        withKey(key, measurementBody(institute, Q1_FROM, Q1_TO, "2", "")).then().statusCode(422);
    }

    private io.restassured.response.Response withKey(String key, String body) {
        return as(Tokens.instituteAdmin(institute))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/programmes/{id}/measurements", programme);
    }

    @Test
    void is_listed_by_what_is_asked_for() {
        var other = institute("MA-09");
        var q1 = reported(programme, institute, Q1_FROM, Q1_TO, "1");
        var q2 = reported(programme, institute, "2026-04-01", "2026-06-30", "2");
        var others = reported(programme, other, "2026-02-01", "2026-02-28", "3");
        judge(Tokens.networkAdmin(), programme, q1, "VERIFIED").then().statusCode(200);
        var list = "/v1/programmes/" + programme + "/measurements";

        get(list + "?total=true")
                .then()
                .body("items.id", contains(q1, others, q2))
                .body("total", equalTo(3));
        get(list + "?sort=-period").then().body("items.id", contains(q2, others, q1));
        get(list + "?sort=-reportedAt&limit=1").then().body("items.id", contains(others));
        get(list + "?institute=" + other).then().body("items.id", contains(others));
        get(list + "?state=VERIFIED").then().body("items.id", contains(q1));
        get(list + "?indicator=gdp&from=2026-04-01").then().body("items.id", contains(q2));
        get(list + "?to=2026-01-31").then().body("items.id", contains(q1));
        get(list + "?indicator=jobs").then().body("items", empty());
        get(list + "?from=soon").then().statusCode(400);
        get(list + "?state=GOOD").then().statusCode(400);
        get(list + "?sort=value").then().statusCode(400);
        var first = get(list + "?limit=2");
        get(list + "?limit=2&cursor=" + first.path("nextCursor")).then().body("items", hasSize(1));
        get(list + "?limit=2&state=VERIFIED&cursor=" + first.path("nextCursor"))
                .then()
                .statusCode(400);
    }

    @Test
    void leaves_messages_as_promised_and_a_chain_that_holds() {
        var id = reported(programme, institute, Q1_FROM, Q1_TO, "1");
        judge(Tokens.networkAdmin(), programme, id, "VERIFIED").then().statusCode(200);

        var messages = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages("jazari.programmes", id), found -> found.size() == 2);

        assertThat(messages).allSatisfy(message -> assertThat(MessageSchema.violations(message))
                .isEmpty());
        assertThat(HashChain.holds(get("/v1/programmes/{id}/measurements/{mid}/history", programme, id)
                        .asString()))
                .isTrue();
    }

    @Test
    void is_found_where_somebody_alters_it_past_the_registry() throws SQLException {
        var id = reported(programme, institute, Q1_FROM, Q1_TO, "1");

        execute("update measurement set value = 2 where id = '" + id + "'");
        var found =
                as(Tokens.networkAdmin()).get("/v1/program-events/integrity").asString();
        execute("update measurement set value = 1 where id = '" + id + "'");

        assertThat(found.lines().filter(line -> line.contains(id)).toList())
                .singleElement()
                .asString()
                .contains("RECORD_ALTERED", "/value");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
