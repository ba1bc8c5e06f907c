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
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.UUID;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class DerivedFiguresTest {

    private static final String PROGRESS = "/v1/programmes/{id}/progress?indicator=gdp";

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

    private static String event(String programme, String institute) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"type": "TRAINING", "titles": [{"value": "Formation", "lang": "fr"}],
                         "start": "2026-06-01T10:00", "end": "2026-06-01T12:00", "attendance": "ON_SITE",
                         "venue": {"name": "Amphithéâtre", "city": "Fès", "region": "MA-03"},
                         "hostInstituteIds": ["%s"], "programmeId": "%s"}
                        """
                                .formatted(institute, programme))
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
                .body("{\"to\": \"%s\"}".formatted(to))
                .post("/v1/program-events/{id}/transitions", event)
                .then()
                .statusCode(200);
    }

    private static void announce(String id, String institute, boolean southSouth, String more) {
        TopicReader.publish(
                "jazari.conventions",
                "convention.entered-into-force",
                id,
                """
                {"id": "%s", "status": "IN_FORCE", "southSouth": %s, "version": 5,
                 "parties": [{"party": {"type": "PARTNER", "id": "p5m2c0066"}, "roles": ["PARTY"]},
                             {"party": {"type": "INSTITUTE", "id": "%s"}, "roles": ["PARTY"]}], %s}
                """
                        .formatted(id, southSouth, institute, more));
    }
}
