package ma.jazari.events.overview;

import static ma.jazari.events.programme.ProgrammeFixture.body;
import static ma.jazari.events.programme.ProgrammeFixture.create;
import static ma.jazari.events.programme.ProgrammeFixture.indicator;
import static ma.jazari.events.programme.ProgrammeFixture.institute;
import static ma.jazari.events.programme.ProgrammeFixture.reported;
import static ma.jazari.events.programme.ProgrammeFixture.verify;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class OverviewResourceTest {

    @Test
    void tells_the_next_published_program_events_and_no_drafts() {
        var host = ApiFixture.activeInstitute();
        var tomorrow = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(90);
        long before = read().getLong("programEvents.byType.SEMINAR");
        var draft = seminar(host, tomorrow);
        var published = seminar(host, tomorrow);
        ApiFixture.move(published, "PUBLISHED").then().statusCode(200);

        var overview = read();

        assertThat(overview.<String>getList("programEvents.upcoming.id"))
                .contains(published)
                .doesNotContain(draft);
        assertThat(overview.<String>getList("programEvents.upcoming.startInstant"))
                .isSorted()
                .hasSizeLessThanOrEqualTo(10);
        assertThat(overview.getLong("programEvents.byType.SEMINAR")).isEqualTo(before + 1);
        assertThat(overview.getLong("programEvents.byType.HACKATHON")).isNotNegative();
    }

    @Test
    void leaves_out_what_is_over() {
        var held = ApiFixture.published("Séminaire passé");

        assertThat(read().<String>getList("programEvents.upcoming.id")).doesNotContain(held);
    }

    @Test
    void tells_how_far_the_indicators_of_the_roots_have_come_parts_included() {
        // The first by their codes are told.
        var code = "0-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var root = programme(body(code, ""));
        var part = programme(body(code + "-P", ", \"parentId\": \"" + root + "\""));
        indicator(root, "gdp", "SUM");
        indicator(part, "gdp", "SUM");
        var fes = institute("MA-03");
        verify(root, reported(root, fes, "2026-01-01", "2026-03-31", "30"));
        reported(part, fes, "2026-04-01", "2026-06-30", "12");

        var overview = read();

        var told = "programmes.find { it.code == '" + code + "' }";
        assertThat(overview.<String>getList("programmes.code"))
                .contains(code)
                .doesNotContain(code + "-P")
                .hasSizeLessThanOrEqualTo(5);
        assertThat(overview.getString(told + ".indicators[0].key")).isEqualTo("gdp");
        assertThat(overview.getString(told + ".indicators[0].level")).isEqualTo("42");
        assertThat(overview.getString(told + ".indicators[0].verifiedLevel")).isEqualTo("30");
        assertThat(overview.getString(told + ".indicators[0].share")).isEqualTo("0.042");
        assertThat(overview.getString(told + ".titles[1].lang")).isEqualTo("ar");
    }

    @Test
    void does_not_know_of_programmes_that_are_planned() {
        var code = "0-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        programme(body(code, ", \"status\": \"PLANNED\""));

        assertThat(read().<String>getList("programmes.code")).doesNotContain(code);
    }

    @Test
    void is_the_same_for_those_who_see_everything() {
        var seen = as(Tokens.networkAdmin()).get("/internal/overview").asString();

        assertThat(anonymous().get("/internal/overview").asString()).isEqualTo(seen);
    }

    private static String programme(String body) {
        return create(Tokens.networkAdmin(), body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String seminar(String host, LocalDateTime start) {
        var body = ApiFixture.seminar("Séminaire " + UUID.randomUUID(), host, ", \"zone\": \"UTC\"")
                .replace("2026-06-01T10:00", start.toString())
                .replace("2026-06-01T12:00", start.plusHours(2).toString());
        return ApiFixture.create(Tokens.networkAdmin(), body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath read() {
        return anonymous()
                .get("/internal/overview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
