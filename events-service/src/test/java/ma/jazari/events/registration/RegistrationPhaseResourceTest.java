package ma.jazari.events.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.registration.RegistrationFixture.address;
import static ma.jazari.events.registration.RegistrationFixture.attend;
import static ma.jazari.events.registration.RegistrationFixture.decide;
import static ma.jazari.events.registration.RegistrationFixture.mails;
import static ma.jazari.events.registration.RegistrationFixture.move;
import static ma.jazari.events.registration.RegistrationFixture.own;
import static ma.jazari.events.registration.RegistrationFixture.person;
import static ma.jazari.events.registration.RegistrationFixture.places;
import static ma.jazari.events.registration.RegistrationFixture.post;
import static ma.jazari.events.registration.RegistrationFixture.registered;
import static ma.jazari.events.registration.RegistrationFixture.seminarOn;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.LaterClock;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be done about a registration while its event is ahead, off, or has begun. */
@QuarkusTest
@TestProfile(ShortQueues.class)
@WithTestResource(RealParts.class)
class RegistrationPhaseResourceTest {

    private static @Nullable String knownHost;

    @Inject
    LaterClock clock;

    @Inject
    RegistrationRound round;

    private String host;
    private LocalDate day;

    @BeforeEach
    void know_an_institute_and_a_day() {
        if (knownHost == null) {
            knownHost = ApiFixture.activeInstitute();
        }
        host = knownHost;
        day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(60);
    }

    @Test
    void ends_with_its_event_and_says_so_once() {
        var event = seminarOn(day, host, "{\"capacity\": 1}");
        var address = address();
        var first = post(event, person(address, "")).jsonPath();
        var second = registered(event);

        ApiFixture.move(event, "CANCELLED").then().statusCode(200);

        for (var one : new String[] {first.getString("manageUrl"), second.getString("manageUrl")}) {
            await().atMost(20, SECONDS).untilAsserted(() -> own(one).then()
                    .body("state", equalTo("CANCELLED"))
                    .body("cause", equalTo("EVENT_CANCELLED"))
                    .body("availableTransitions", empty()));
        }
        assertThat(places(event).getInt("confirmed")).isZero();
        await().atMost(20, SECONDS).until(() -> mails(address).size() == 2);
        assertThat(mails(address)).anySatisfy(mail -> assertThat(mail).contains("Subject: Annulé", "as the test says"));
        round.run();
        await().during(Duration.ofSeconds(3))
                .atMost(20, SECONDS)
                .until(() -> mails(address).size() == 2);
    }

    @Test
    void moves_no_more_once_the_event_has_begun() {
        var event = seminarOn(day, host, "{\"capacity\": 1, \"approval\": true}");
        var admin = Tokens.instituteAdmin(host);
        var first = registered(event);
        decide(admin, event, first.getString("id"), "CONFIRMED").then().statusCode(200);
        var second = registered(event);

        begin(Duration.ofMinutes(5));

        own(first.getString("manageUrl"))
                .then()
                .body("state", equalTo("CONFIRMED"))
                .body("availableTransitions", empty());
        move(first.getString("manageUrl"), "CANCELLED")
                .then()
                .statusCode(409)
                .body("allowed", empty())
                .body("detail", containsString("has begun"));
        decide(admin, event, second.getString("id"), "CONFIRMED").then().statusCode(409);
        as(admin)
                .get("/v1/program-events/{id}/registrations", event)
                .then()
                .body("items.availableTransitions.flatten()", empty());
    }

    @Test
    void lets_nobody_past_the_queue_while_the_event_is_postponed() {
        var event = seminarOn(day, host, "{\"capacity\": 1, \"approval\": true}");
        var admin = Tokens.instituteAdmin(host);
        var first = registered(event);
        var second = registered(event);
        var third = registered(event);
        decide(admin, event, first.getString("id"), "CONFIRMED").then().statusCode(200);
        decide(admin, event, second.getString("id"), "CONFIRMED").then().body("state", equalTo("WAITING"));
        ApiFixture.move(event, "POSTPONED").then().statusCode(200);

        move(first.getString("manageUrl"), "CANCELLED").then().statusCode(200);

        decide(admin, event, third.getString("id"), "CONFIRMED")
                .then()
                .statusCode(409)
                .body("allowed", contains("DECLINED", "CANCELLED"))
                .body("detail", containsString("is off"));
        ApiFixture.move(event, "PUBLISHED").then().statusCode(200);
        own(second.getString("manageUrl")).then().body("state", equalTo("OFFERED"));
        decide(admin, event, third.getString("id"), "CONFIRMED").then().body("state", equalTo("WAITING"));
    }

    @Test
    void keeps_the_turn_of_whoever_had_an_offer_while_the_event_is_postponed() {
        var event = seminarOn(day, host, "{\"capacity\": 1, \"offerHours\": 2}");
        var first = registered(event);
        var address = address();
        var second = post(event, person(address, "")).jsonPath();
        var third = registered(event);
        move(first.getString("manageUrl"), "CANCELLED").then().statusCode(200);
        own(second.getString("manageUrl")).then().body("state", equalTo("OFFERED"));

        ApiFixture.move(event, "POSTPONED").then().statusCode(200);
        clock.putForward(Duration.ofHours(3));
        round.run();

        own(second.getString("manageUrl"))
                .then()
                .body("state", equalTo("WAITING"))
                .body("position", equalTo(1))
                .body("offerExpiresAt", nullValue())
                .body("availableTransitions", contains("CANCELLED"));
        ApiFixture.move(event, "PUBLISHED").then().statusCode(200);
        own(second.getString("manageUrl")).then().body("state", equalTo("OFFERED"));
        own(third.getString("manageUrl")).then().body("position", equalTo(1));
        await().atMost(20, SECONDS).until(() -> mails(address).size() == 5);
        assertThat(mails(address)).noneMatch(mail -> mail.contains("Place non confirmée"));
    }

    @Test
    void says_no_more_than_is_true_of_an_offer_that_lapsed_when_the_event_began() {
        var event = seminarOn(day, host, "{\"capacity\": 1, \"offerHours\": 720}");
        var first = registered(event);
        var address = address();
        var second = post(event, person(address, "")).jsonPath();
        clock.putForward(Duration.ofDays(50));
        move(first.getString("manageUrl"), "CANCELLED").then().statusCode(200);

        begin(Duration.ZERO);
        round.run();

        own(second.getString("manageUrl")).then().body("cause", equalTo("OFFER_LAPSED"));
        await().atMost(20, SECONDS).until(() -> mails(address).size() == 3);
        assertThat(mails(address)).noneMatch(mail -> mail.contains("personne suivante"));
    }

    @Test
    void answers_a_decision_about_what_has_just_changed_with_what_it_is_now() {
        var event = seminarOn(day, host, "{\"capacity\": 1, \"offerHours\": 1}");
        var first = registered(event);
        var second = registered(event);
        var third = registered(event);
        move(first.getString("manageUrl"), "CANCELLED").then().statusCode(200);

        clock.putForward(Duration.ofHours(2));

        // The second's offer lapses in the same moment, and the third has one then.
        decide(Tokens.instituteAdmin(host), event, third.getString("id"), "DECLINED")
                .then()
                .statusCode(409)
                .body("allowed", contains("CANCELLED"));
        decide(Tokens.instituteAdmin(host), event, second.getString("id"), "CANCELLED")
                .then()
                .statusCode(409)
                .body("allowed", empty());
    }

    @Test
    void notes_who_was_there() {
        var event = seminarOn(day, host, "{\"capacity\": 1}");
        var there = registered(event).getString("id");
        var waits = registered(event).getString("id");
        var admin = Tokens.instituteAdmin(host);

        attend(admin, event, there, "", true).then().statusCode(428);
        attend(admin, event, there, "\"7\"", true).then().statusCode(412);
        attend(admin, event, there, "\"1\"", true)
                .then()
                .statusCode(200)
                .body("checkedInAt", notNullValue())
                .body("version", equalTo(2));
        attend(admin, event, there, "*", true).then().statusCode(200).body("version", equalTo(2));
        attend(admin, event, there, "*", false).then().statusCode(200).body("checkedInAt", nullValue());
        attend(admin, event, waits, "*", true).then().statusCode(409);
        attend(Tokens.instituteAdmin("j00000098"), event, there, "*", true)
                .then()
                .statusCode(403);
    }

    @Test
    void lets_nobody_go_who_was_noted_to_be_there() {
        var event = seminarOn(day, host, "{}");
        var admin = Tokens.instituteAdmin(host);
        var there = registered(event);
        var id = there.getString("id");
        begin(Duration.ofMinutes(-30));
        attend(admin, event, id, "*", true).then().statusCode(200);

        move(there.getString("manageUrl"), "CANCELLED").then().statusCode(409).body("allowed", empty());
        decide(admin, event, id, "CANCELLED").then().statusCode(409);

        attend(admin, event, id, "*", false).then().statusCode(200);
        move(there.getString("manageUrl"), "CANCELLED").then().statusCode(200);
        attend(admin, event, id, "*", true).then().statusCode(409);
    }

    /** Lets it become so much later than the event's beginning. */
    private void begin(Duration later) {
        var start = day.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
        clock.putForward(Duration.between(clock.instant(), start.plus(later)));
    }
}
