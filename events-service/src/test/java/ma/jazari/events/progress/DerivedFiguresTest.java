package ma.jazari.events.progress;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.programme.ProgrammeFixture.addIndicator;
import static ma.jazari.events.programme.ProgrammeFixture.get;
import static ma.jazari.events.programme.ProgrammeFixture.indicatorBody;
import static ma.jazari.events.programme.ProgrammeFixture.institute;
import static ma.jazari.events.programme.ProgrammeFixture.measurementBody;
import static ma.jazari.events.programme.ProgrammeFixture.programme;
import static ma.jazari.events.programme.ProgrammeFixture.report;
import static ma.jazari.events.programme.ProgrammeFixture.under;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.events.programme.ProgrammeFixture;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class DerivedFiguresTest {

    private static final String PROGRESS = "/v1/programmes/{id}/progress?indicator=gdp";
    private static final String DAY = "\"start\": \"2026-06-01T10:00\", \"end\": \"2026-06-01T12:00\"";
    private static final Instant YEAR_START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void counts_the_program_events_that_were_held_at_any_time() {
        var institute = institute("MA-09");
        var programme = derived("PROGRAM_EVENTS_HELD", "SUM");
        var event = event(programme, institute);
        event(under(programme), institute);
        move(event, "PUBLISHED");
        var before = get(PROGRESS, programme);
        move(event, "COMPLETED");

        before.then()
                .body("indicators[0].total", equalTo("0"))
                .body("indicators[0].source", equalTo("REGISTRY"))
                .body("indicators[0].derivedFrom", containsString("COMPLETED"));
        get(PROGRESS, programme)
                .then()
                .body("indicators[0].verified.total", equalTo("1"))
                .body("indicators[0].series.period", contains("2026-Q2"))
                .body("indicators[0].byInstitute.instituteId", contains(institute))
                .body("indicators[0].byRegion[2].total", equalTo("1"));
        assertThat(get(PROGRESS + "&asOf=" + before.path("asOf"), programme).asString())
                .isEqualTo(before.asString());
    }

    @Test
    void counts_the_conventions_in_force_at_any_day() {
        var programme = derived("SOUTH_SOUTH_CONVENTIONS", "LATEST");
        var institute = institute("MA-11");
        announce(UUID.randomUUID().toString(), institute, true, "\"inForceSince\": \"2026-01-10\"");
        announce(UUID.randomUUID().toString(), institute, false, "\"inForceSince\": \"2026-01-10\"");
        announce(
                UUID.randomUUID().toString(),
                institute,
                true,
                "\"inForceSince\": \"2026-01-20\", \"endedOn\": \"2026-02-01\"");

        await().atMost(20, SECONDS).untilAsserted(() -> get(PROGRESS + "&by=month", programme)
                .then()
                .body("indicators[0].total", equalTo("1"))
                .body("indicators[0].series.total", contains("2", "1")));
        get(PROGRESS, programme)
                .then()
                .body("indicators[0].byRegion[10].total", equalTo("1"))
                .body("indicators[0].programmeIds", empty());
    }

    @Test
    void counts_nobody_before_there_are_check_ins() {
        var programme = derived("PEOPLE_TRAINED", "SUM");

        get(PROGRESS, programme).then().statusCode(200).body("indicators[0].total", equalTo("0"));
    }

    @Test
    void counts_who_was_there_as_the_log_has_it_at_any_time() {
        var programme = derived("PEOPLE_TRAINED", "SUM");
        var training = training(programme, institute("MA-09"));
        var stays = registered(training);
        var errs = registered(training);
        registered(training);
        attend(training, stays, true);
        attend(training, errs, true);
        var two = get(PROGRESS, programme);
        attend(training, errs, false);
        var one = get(PROGRESS, programme);
        patch(training, "{\"type\": \"SEMINAR\"}");

        get(PROGRESS, programme).then().body("indicators[0].total", equalTo("0"));
        two.then().body("indicators[0].total", equalTo("2"));
        one.then().body("indicators[0].total", equalTo("1")).body("indicators[0].byRegion[2].total", equalTo("1"));
        assertThat(again(two, programme)).isEqualTo(two.asString());
        assertThat(again(one, programme)).isEqualTo(one.asString());
    }

    @Test
    void counts_nobody_of_a_training_that_was_cancelled_or_is_another_programmes_now() {
        var programme = derived("PEOPLE_TRAINED", "SUM");
        var host = institute("MA-09");
        var cancelled = training(programme, host);
        attend(cancelled, registered(cancelled), true);
        var moved = training(programme, host);
        attend(moved, registered(moved), true);
        var before = get(PROGRESS, programme);
        move(cancelled, "CANCELLED");
        patch(moved, "{\"programmeId\": \"%s\"}".formatted(programme()));

        before.then().body("indicators[0].total", equalTo("2"));
        get(PROGRESS, programme).then().body("indicators[0].total", equalTo("0"));
        assertThat(again(before, programme)).isEqualTo(before.asString());
    }

    @Test
    void counts_a_convention_from_when_it_was_known_however_early_its_days() {
        var programme = derived("CONVENTIONS_IN_FORCE", "LATEST");
        var institute = institute("MA-11");
        var id = UUID.randomUUID().toString();
        var before = get(PROGRESS, programme);

        announce(id, institute, 5, Instant.now(), "\"status\": \"IN_FORCE\", \"inForceSince\": \"2026-01-10\"");

        awaitOf(institute, programme, "1");
        assertThat(again(before, programme)).isEqualTo(before.asString());
        end(id, institute);
    }

    @Test
    void counts_a_convention_that_ended_today_in_the_report_of_this_morning() {
        var programme = derived("CONVENTIONS_IN_FORCE", "LATEST");
        var institute = institute("MA-11");
        var id = UUID.randomUUID().toString();
        announce(id, institute, 5, YEAR_START, "\"status\": \"IN_FORCE\", \"inForceSince\": \"2026-01-10\"");
        awaitOf(institute, programme, "1");
        var before = get(PROGRESS, programme);

        var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        announce(
                id,
                institute,
                6,
                Instant.now(),
                "\"status\": \"TERMINATED\", \"inForceSince\": \"2026-01-10\", \"endedOn\": \"%s\"".formatted(today));

        awaitOf(institute, programme, "0");
        assertThat(again(before, programme)).isEqualTo(before.asString());
        end(id, institute);
    }

    @Test
    void counts_a_convention_as_south_south_from_when_it_became_one() {
        var programme = derived("SOUTH_SOUTH_CONVENTIONS", "LATEST");
        var institute = institute("MA-11");
        var id = UUID.randomUUID().toString();
        var course = "\"status\": \"IN_FORCE\", \"inForceSince\": \"2026-01-10\", \"southSouth\": ";
        announce(id, institute, 5, YEAR_START, course + "false");
        var before = get(PROGRESS, programme);
        announce(id, institute, 6, Instant.now(), course + "true");

        awaitOf(institute, programme, "1");
        assertThat(again(before, programme)).isEqualTo(before.asString());
        end(id, institute);
    }

    @Test
    void counts_a_convention_where_its_institute_was_then() {
        var programme = derived("CONVENTIONS_IN_FORCE", "LATEST");
        var institute = institute("MA-11");
        var id = UUID.randomUUID().toString();
        announce(id, institute, 5, YEAR_START, "\"status\": \"IN_FORCE\", \"inForceSince\": \"2026-01-10\"");
        awaitOf(institute, programme, "1");
        var before = get(PROGRESS, programme);
        int there = Integer.parseInt(before.path("indicators[0].byRegion[10].total"));

        ProgrammeFixture.announce(institute, "ACTIVE", "MA-12", 7);

        await().atMost(20, SECONDS).untilAsserted(() -> get(PROGRESS, programme)
                .then()
                .body("indicators[0].byRegion[10].total", equalTo(String.valueOf(there - 1))));
        assertThat(again(before, programme)).isEqualTo(before.asString());
        end(id, institute);
    }

    @Test
    void adds_up_by_region_with_those_that_have_none() {
        var programme = derived("CONVENTIONS_IN_FORCE", "LATEST");
        var nowhere = PublicId.random('j');
        var id = UUID.randomUUID().toString();
        announce(id, nowhere, 5, YEAR_START, "\"status\": \"IN_FORCE\", \"inForceSince\": \"2026-01-10\"");
        awaitOf(nowhere, programme, "1");

        var answer = get(PROGRESS, programme);
        List<String> regions = answer.path("indicators[0].byRegion.total");
        assertThat(regions).hasSize(13);
        assertThat(regions.stream().mapToInt(Integer::parseInt).sum())
                .isEqualTo(Integer.parseInt(answer.path("indicators[0].total")));
        answer.then().body("indicators[0].byRegion[12].region", nullValue());
        end(id, nowhere);
    }

    @Test
    void knows_that_nothing_is_none_where_it_counts_itself() {
        var programme = derived("SOUTH_SOUTH_CONVENTIONS", "LATEST");

        get(PROGRESS + "&asOf=" + get(PROGRESS, programme).path("asOf"), programme)
                .then()
                .body("indicators[0].byRegion[0].total", equalTo("0"));
    }

    @Test
    void counts_a_program_event_on_the_day_of_its_end_by_its_own_clock() {
        var institute = institute("MA-09");
        var programme = derived("PROGRAM_EVENTS_HELD", "SUM");
        var night = event(
                programme,
                institute,
                "\"start\": \"2026-06-30T22:00\", \"end\": \"2026-07-01T00:30\", \"zone\": \"Africa/Casablanca\"");
        move(night, "PUBLISHED");
        move(night, "COMPLETED");

        get(PROGRESS, programme)
                .then()
                .body("indicators[0].total", equalTo("1"))
                .body("indicators[0].series.period", contains("2026-Q3"));
    }

    @Test
    void shows_nobody_the_parts_that_are_only_planned() {
        var programme = derived("PROGRAM_EVENTS_HELD", "SUM");
        var planned = programme(", \"status\": \"PLANNED\", \"parentId\": \"" + programme + "\"");
        var institute = institute("MA-09");
        var event = event(planned, institute, DAY);
        move(event, "PUBLISHED");
        move(event, "COMPLETED");

        get(PROGRESS, programme)
                .then()
                .body("indicators[0].total", equalTo("0"))
                .body("indicators[0].programmeIds", contains(programme));
    }

    @Test
    void is_reported_by_nobody() {
        var programme = derived("PROGRAM_EVENTS_HELD", "SUM");

        report(
                        Tokens.networkAdmin(),
                        programme,
                        measurementBody(institute("MA-09"), "2026-01-01", "2026-03-31", "1", ""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/indicator"));
    }

    private static String derived(String derivation, String aggregation) {
        var programme = programme();
        var more = ", \"aggregation\": \"%s\", \"source\": \"REGISTRY\", \"derivation\": \"%s\""
                .formatted(aggregation, derivation);
        addIndicator(Tokens.networkAdmin(), programme, indicatorBody("gdp", more))
                .then()
                .statusCode(201);
        return programme;
    }

    private static String again(Response before, String programme) {
        return get(PROGRESS + "&asOf=" + before.path("asOf"), programme).asString();
    }

    private static String event(String programme, String institute) {
        return event(programme, institute, DAY);
    }

    /** A training that is published and begins later today where it is held: one can register, and be checked in. */
    private static String training(String programme, String host) {
        var zone = Instant.now().atOffset(ZoneOffset.UTC).getHour() < 12 ? "Africa/Casablanca" : "Pacific/Honolulu";
        var start = LocalDateTime.now(ZoneId.of(zone)).plusHours(2).truncatedTo(ChronoUnit.MINUTES);
        var id = event(
                programme,
                host,
                "\"start\": \"%s\", \"end\": \"%s\", \"zone\": \"%s\", \"registration\": {}"
                        .formatted(start, start.plusHours(2), zone));
        move(id, "PUBLISHED");
        return id;
    }

    private static String registered(String event) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Amina Berrada\", \"email\": \"%s@example.org\"}".formatted(UUID.randomUUID()))
                .post("/v1/program-events/{id}/registrations", event)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void attend(String event, String registration, boolean attended) {
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"attended\": %s}".formatted(attended))
                .put("/v1/program-events/{id}/registrations/{rid}/attendance", event, registration)
                .then()
                .statusCode(200);
    }

    private static void patch(String event, String patch) {
        ApiFixture.patch(Tokens.networkAdmin(), event, "*", patch).then().statusCode(200);
    }

    private static String event(String programme, String institute, String more) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"type": "TRAINING", "titles": [{"value": "Formation", "lang": "fr"}],
                         "attendance": "ON_SITE",
                         "venue": {"name": "Amphithéâtre", "city": "Fès", "region": "MA-03"},
                         "hostInstituteIds": ["%s"], "programmeId": "%s", %s}
                        """
                                .formatted(institute, programme, more))
                .post("/v1/program-events")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void move(String event, String to) {
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"%s\", \"reason\": \"as the test says\"}".formatted(to))
                .post("/v1/program-events/{id}/transitions", event)
                .then()
                .statusCode(200);
    }

    private static void announce(String id, String institute, boolean southSouth, String more) {
        announce(id, institute, 5, YEAR_START, "\"status\": \"IN_FORCE\", \"southSouth\": " + southSouth + ", " + more);
    }

    /** Ends the convention on the day that it began, so that no other test counts it. */
    private static void end(String id, String institute) {
        announce(
                id,
                institute,
                9,
                Instant.now(),
                "\"status\": \"TERMINATED\", \"inForceSince\": \"2026-01-10\", \"endedOn\": \"2026-01-10\"");
        var programme = derived("CONVENTIONS_IN_FORCE", "LATEST");
        awaitOf(institute, programme, "0");
    }

    private static void awaitOf(String institute, String programme, String total) {
        await().atMost(20, SECONDS).untilAsserted(() -> get(PROGRESS, programme)
                .then()
                .body(
                        "indicators[0].byInstitute.find { it.instituteId == '" + institute + "' }.total",
                        equalTo(total)));
    }

    private static void announce(String id, String institute, long version, Instant updatedAt, String more) {
        var southSouth = more.contains("southSouth") ? "" : "\"southSouth\": false, ";
        TopicReader.publish(
                "jazari.conventions",
                "convention.updated",
                id,
                """
                {"id": "%s", %s "version": %d, "updatedAt": "%s",
                 "parties": [{"party": {"type": "PARTNER", "id": "p5m2c0066"}, "roles": ["PARTY"]},
                             {"party": {"type": "INSTITUTE", "id": "%s"}, "roles": ["PARTY"]}], %s}
                """
                        .formatted(id, southSouth, version, updatedAt, institute, more));
    }
}
