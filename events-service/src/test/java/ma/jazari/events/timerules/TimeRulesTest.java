package ma.jazari.events.timerules;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.programevent.ApiFixture.activeInstitute;
import static ma.jazari.events.timerules.TimeRulesFixture.PATH;
import static ma.jazari.events.timerules.TimeRulesFixture.addSession;
import static ma.jazari.events.timerules.TimeRulesFixture.agenda;
import static ma.jazari.events.timerules.TimeRulesFixture.all;
import static ma.jazari.events.timerules.TimeRulesFixture.applied;
import static ma.jazari.events.timerules.TimeRulesFixture.appliedToOne;
import static ma.jazari.events.timerules.TimeRulesFixture.applyAll;
import static ma.jazari.events.timerules.TimeRulesFixture.draft;
import static ma.jazari.events.timerules.TimeRulesFixture.event;
import static ma.jazari.events.timerules.TimeRulesFixture.lastChange;
import static ma.jazari.events.timerules.TimeRulesFixture.listed;
import static ma.jazari.events.timerules.TimeRulesFixture.published;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.events.time.ChangingRules;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that were written by the rules of yesterday, under those of today. */
@QuarkusTest
@TestProfile(ChangingRules.Profile.class)
@WithTestResource(RealParts.class)
class TimeRulesTest {

    private static final String OLD_START = "2027-01-15T09:00:00Z";
    private static final String NEW_START = "2027-01-15T10:00:00Z";

    @Inject
    ChangingRules rules;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void begin_with_the_rules_of_yesterday_and_nothing_to_do() {
        // What other tests left moves back.
        rules.beOutdated();
        applied();
    }

    @Test
    void lists_what_moves_with_both_times_and_rules() {
        var moves = published(activeInstitute(), "");
        addSession(moves, "Ouverture", "10:00", "Africa/Casablanca");
        var stays = published(activeInstitute(), ", \"zone\": \"Europe/Paris\"");
        assertThat(all()).isEmpty();

        rules.beOfToday();

        assertThat(listed(stays)).isEmpty();
        assertThat(listed(moves)).hasValueSatisfying(item -> {
            assertThat(item)
                    .containsEntry("status", "PUBLISHED")
                    .containsEntry("zone", "Africa/Casablanca")
                    .containsEntry("sessions", 1)
                    .containsEntry("version", 3);
            assertThat(item.get("before"))
                    .hasToString("{start=2027-01-15T10:00, end=2027-01-15T12:00, startInstant=" + OLD_START
                            + ", endInstant=2027-01-15T11:00:00Z, tzdb=2026a}");
            assertThat(item.get("after"))
                    .hasToString("{start=2027-01-15T10:00, end=2027-01-15T12:00, startInstant=" + NEW_START
                            + ", endInstant=2027-01-15T12:00:00Z, tzdb=2026c}");
        });
        assertThat(event(moves).getString("startInstant"))
                .as("a list moves nothing")
                .isEqualTo(OLD_START);
    }

    @Test
    void moves_a_published_event_and_says_so_to_all_who_follow_it() throws Exception {
        var institute = activeInstitute();
        var id = published(institute, "");
        addSession(id, "Ouverture", "10:00", "Africa/Casablanca");
        var feed = "/v1/calendars/institutes/" + institute + ".ics";
        var before = anonymous().get(feed);
        rules.beOfToday();

        assertThat(applied().get(id)).containsEntry("version", 4).containsEntry("sessions", 1);

        var moved = event(id);
        assertThat(moved.getString("startInstant")).isEqualTo(NEW_START);
        assertThat(moved.getString("start")).isEqualTo("2027-01-15T10:00");
        assertThat(moved.getString("tzdb")).isEqualTo("2026c");
        assertThat(moved.getInt("sequence")).isEqualTo(1);
        var change = lastChange(id);
        assertThat(change.getString("type")).isEqualTo("program-event.rescheduled");
        assertThat(change.getString("reason")).contains("2026a", "2026c", OLD_START, NEW_START);
        assertThat(change.getList("changes.pointer", String.class))
                .contains("/startInstant", "/endInstant", "/tzdb", "/sequence")
                .doesNotContain("/start");
        anonymous()
                .header("If-None-Match", before.header("ETag"))
                .get(feed)
                .then()
                .statusCode(200);
        assertThat(anonymous().get(feed).asString())
                .contains("SEQUENCE:1\r\n", "DTSTART;TZID=Africa/Casablanca:20270115T100000\r\n");
        assertThat(before.asString()).contains("SEQUENCE:0\r\n");
        var message = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages("jazari.program-events", id), found -> found.size() == 3)
                .getLast();
        assertThat(TopicReader.header(message, "ce_type")).contains("ma.jazari.program-event.rescheduled.v1");
        assertThat(MessageSchema.violations(message)).isEmpty();
        assertThat(new String(message.value(), StandardCharsets.UTF_8)).contains(NEW_START);
    }

    @Test
    void leaves_a_log_and_tables_in_which_nothing_was_tampered_with() {
        var id = published(activeInstitute(), ", \"registration\": {\"capacity\": 3}");
        addSession(id, "Ouverture", "10:00", "Africa/Casablanca");
        var drafted = draft("j00000098", "");
        rules.beOfToday();

        assertThat(applied()).containsKeys(id, drafted);

        var checked = as(Tokens.networkAdmin())
                .get("/v1/program-events/integrity")
                .asString()
                .lines()
                .toList();
        assertThat(checked.getLast()).contains("\"findings\":0", "\"result\"");
        assertThat(HashChain.holds(as(Tokens.networkAdmin())
                        .get("/v1/program-events/{id}/history?limit=200", id)
                        .asString()))
                .isTrue();
    }

    @Test
    void has_nothing_to_do_the_second_time() {
        var id = published(activeInstitute(), "");
        rules.beOfToday();
        assertThat(applied()).containsKey(id);

        assertThat(applied()).isEmpty();
        assertThat(all()).isEmpty();
        assertThat(event(id).getInt("version")).isEqualTo(3);
    }

    @Test
    void gives_a_draft_a_new_version_that_no_calendar_counts() {
        var id = draft("j00000098", "");
        rules.beOfToday();

        assertThat(applied().get(id)).containsEntry("status", "DRAFT").containsEntry("version", 2);

        assertThat(event(id).getInt("sequence")).isZero();
        assertThat(event(id).getString("startInstant")).isEqualTo(NEW_START);
        assertThat(lastChange(id).getString("type")).isEqualTo("program-event.updated");
        assertThat(lastChange(id).getString("reason")).contains("2026c");
    }

    @Test
    void leaves_a_cancelled_event_in_the_calendars_as_it_was() {
        var institute = activeInstitute();
        var id = published(institute, "");
        addSession(id, "Ouverture", "10:00", "Africa/Casablanca");
        ApiFixture.move(id, "CANCELLED").then().statusCode(200);
        rules.beOfToday();

        assertThat(listed(id)).isEmpty();
        assertThat(applied()).doesNotContainKey(id);

        assertThat(event(id).getString("startInstant")).isEqualTo(OLD_START);
        assertThat(anonymous()
                        .get("/v1/calendars/institutes/{id}.ics", institute)
                        .asString())
                .contains("SEQUENCE:1\r\n", "STATUS:CANCELLED");
        as(Tokens.networkAdmin())
                .accept("application/ld+json")
                .get("/v1/program-events/{id}", id)
                .then()
                .statusCode(200)
                .body("startDate", equalTo("2027-01-15T10:00Z"));
    }

    @Test
    void puts_the_agenda_in_order_where_sessions_of_another_zone_move_alone() {
        var id = published(activeInstitute(), ", \"zone\": \"Europe/Paris\"");
        addSession(id, "À Rabat", "09:30", "Africa/Casablanca");
        addSession(id, "À Paris", "10:00", "Europe/Paris");
        assertThat(agenda(id)).containsExactly("À Rabat", "À Paris");
        rules.beOfToday();

        assertThat(applied().get(id)).containsEntry("sessions", 1).satisfies(item -> assertThat(item.get("before"))
                .isEqualTo(item.get("after")));

        assertThat(agenda(id)).containsExactly("À Paris", "À Rabat");
        assertThat(event(id).getInt("sequence")).isZero();
        assertThat(lastChange(id).getString("type")).isEqualTo("program-event.session-changed");
        assertThat(lastChange(id).getString("reason")).contains("time zone rules");
        assertThat(applied()).isEmpty();
    }

    @Test
    void moves_the_others_where_one_is_held_and_that_one_the_next_time() throws SQLException {
        var held = published(activeInstitute(), "");
        var free = published(activeInstitute(), "");
        rules.beOfToday();

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1 from program_event where id = '" + held + "' for update");
            var applied = applyAll();
            assertThat(applied.failed()).containsExactly(held);
            assertThat(applied.moved()).containsKey(free);
            connection.rollback();
        }

        assertThat(applied()).containsOnlyKeys(held);
        assertThat(event(held).getString("startInstant")).isEqualTo(NEW_START);
    }

    @Test
    void goes_on_from_the_beginning_where_it_was_broken_off() {
        published(activeInstitute(), "");
        published(activeInstitute(), "");
        rules.beOfToday();
        var all = all().stream().map(item -> item.get("id")).toList();

        assertThat(appliedToOne()).isEqualTo(all.subList(0, 1));

        assertThat(all()).extracting(item -> item.get("id")).isEqualTo(all.subList(1, all.size()));
        assertThat(applied().keySet()).doesNotContain((String) all.getFirst()).hasSize(all.size() - 1);
    }

    @Test
    void takes_any_change_of_an_event_that_moves_for_a_rescheduling() {
        var id = published(activeInstitute(), "");
        rules.beOfToday();

        ApiFixture.patch(Tokens.networkAdmin(), id, "*", "{\"languages\": [\"fr\"]}")
                .then()
                .statusCode(200)
                .body("startInstant", equalTo(NEW_START))
                .body("sequence", equalTo(1));

        assertThat(lastChange(id).getString("type")).isEqualTo("program-event.rescheduled");
        assertThat(applied()).doesNotContainKey(id);
    }

    @Test
    void gives_an_event_that_the_clocks_jump_over_the_time_after_it() {
        var id = published(activeInstitute(), "");
        ApiFixture.patch(
                        Tokens.networkAdmin(),
                        id,
                        "*",
                        "{\"start\": \"2027-01-16T02:10\", \"end\": \"2027-01-16T02:50\"}")
                .then()
                .statusCode(200);
        rules.jump("2027-01-16");

        assertThat(applied()).containsKey(id);

        assertThat(event(id).getString("start")).isEqualTo("2027-01-16T03:00");
        assertThat(event(id).getString("end")).isEqualTo("2027-01-16T03:40");
        assertThat(event(id).getString("startInstant")).isEqualTo("2027-01-16T02:00:00Z");
        assertThat(applied()).isEmpty();
    }

    @Test
    void is_for_the_network_administrator_and_to_be_looked_at_by_the_auditor() {
        anonymous().get(PATH).then().statusCode(401);
        anonymous().post(PATH).then().statusCode(401);
        as(Tokens.instituteAdmin("j00000098")).get(PATH).then().statusCode(403);
        as(Tokens.instituteAdmin("j00000098")).post(PATH).then().statusCode(403);
        as(Tokens.auditor()).get(PATH).then().statusCode(200);
        as(Tokens.auditor()).post(PATH).then().statusCode(403);
    }

    @Test
    void refuses_what_it_cannot_count_and_cursors_of_other_lists() {
        as(Tokens.networkAdmin())
                .get(PATH + "?total=true")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("total"));
        as(Tokens.networkAdmin())
                .get(PATH + "?cursor=eyJmIjoiM2E5ZiJ9")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
        as(Tokens.networkAdmin()).get(PATH + "?limit=0").then().statusCode(400);
    }
}
