package ma.jazari.events.registration;

import static ma.jazari.events.registration.RegistrationFixture.erase;
import static ma.jazari.events.registration.RegistrationFixture.move;
import static ma.jazari.events.registration.RegistrationFixture.own;
import static ma.jazari.events.registration.RegistrationFixture.patch;
import static ma.jazari.events.registration.RegistrationFixture.places;
import static ma.jazari.events.registration.RegistrationFixture.registered;
import static ma.jazari.events.registration.RegistrationFixture.seminarOn;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.LaterClock;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Until when persons are kept, whatever becomes of their events. */
@QuarkusTest
@TestProfile(ShortQueues.class)
@WithTestResource(RealParts.class)
class RetentionTest {

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
    void keeps_those_of_a_postponed_event_and_gives_their_places_back_when_it_keeps_them_no_longer() {
        var event = seminarOn(day, host, "{\"capacity\": 1, \"retentionDays\": 10}");
        var registration = registered(event);
        ApiFixture.move(event, "POSTPONED").then().statusCode(200);

        pass(Duration.ofDays(75));
        own(registration.getString("manageUrl")).then().statusCode(200).body("state", equalTo("CONFIRMED"));

        pass(Duration.ofDays(365));
        seenByTheHost(event, registration.getString("id"))
                .body("erasedAt", notNullValue())
                .body("name", nullValue())
                .body("state", equalTo("CANCELLED"))
                .body("cause", equalTo("ERASURE"));
        assertThat(places(event).getInt("confirmed")).isZero();
        assertThat(places(event).getInt("free")).isEqualTo(1);
    }

    @Test
    void gives_back_the_places_of_the_erased_when_the_event_is_ahead_again() {
        var event = seminarOn(day, host, "{\"capacity\": 1, \"retentionDays\": 10}");
        var registration = registered(event);
        pass(Duration.ofDays(75));
        assertThat(places(event).getInt("confirmed")).isEqualTo(1);

        var later = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30);
        ApiFixture.patch(
                        Tokens.networkAdmin(),
                        event,
                        "*",
                        "{\"start\": \"%sT10:00\", \"end\": \"%sT12:00\"}".formatted(later, later))
                .then()
                .statusCode(200)
                .body("places.free", equalTo(1));

        seenByTheHost(event, registration.getString("id"))
                .body("state", equalTo("CANCELLED"))
                .body("cause", equalTo("ERASURE"));
    }

    @Test
    void keeps_no_place_for_whoever_had_itself_erased_while_the_event_is_postponed() {
        var event = seminarOn(day, host, "{\"capacity\": 1}");
        var registration = registered(event);
        ApiFixture.move(event, "POSTPONED").then().statusCode(200);
        clock.putForward(Duration.ofDays(75));

        erase(registration.getString("manageUrl")).then().statusCode(204);

        assertThat(places(event).getInt("confirmed")).isZero();
    }

    @Test
    void tells_of_the_end_before_it_erases() {
        var event = seminarOn(day, host, "{\"retentionDays\": 0}");
        var registration = registered(event);
        ApiFixture.move(event, "POSTPONED").then().statusCode(200);
        clock.putForward(Duration.ofDays(75));
        ApiFixture.move(event, "CANCELLED").then().statusCode(200);

        round.run();
        own(registration.getString("manageUrl")).then().statusCode(200).body("state", equalTo("CANCELLED"));

        pass(Duration.ofDays(4));
        own(registration.getString("manageUrl")).then().statusCode(404);
    }

    @Test
    void erases_who_asks_for_it_where_one_registers_no_more() {
        var event = seminarOn(day, host, "{\"capacity\": 1}");
        var registration = registered(event);
        move(registration.getString("manageUrl"), "CANCELLED").then().statusCode(200);
        patch(event, "null").then().statusCode(200);

        erase(registration.getString("manageUrl")).then().statusCode(204);

        own(registration.getString("manageUrl")).then().statusCode(404);
    }

    @Test
    void keeps_persons_as_long_as_was_said_where_one_registers_no_more_and_the_event_moves() {
        var event = seminarOn(day, host, "{\"capacity\": 1, \"retentionDays\": 20}");
        var registration = registered(event);
        move(registration.getString("manageUrl"), "CANCELLED").then().statusCode(200);
        patch(event, "null").then().statusCode(200);
        var later = day.plusDays(30);
        ApiFixture.patch(
                        Tokens.networkAdmin(),
                        event,
                        "*",
                        "{\"start\": \"%sT10:00\", \"end\": \"%sT12:00\"}".formatted(later, later))
                .then()
                .statusCode(200);

        pass(Duration.ofDays(60 + 30 + 10));
        own(registration.getString("manageUrl")).then().statusCode(200);

        pass(Duration.ofDays(15));
        own(registration.getString("manageUrl")).then().statusCode(404);
    }

    private void pass(Duration time) {
        clock.putForward(time);
        round.run();
    }

    private ValidatableResponse seenByTheHost(String event, String id) {
        return as(Tokens.instituteAdmin(host))
                .get("/v1/program-events/{id}/registrations/{rid}", event, id)
                .then()
                .statusCode(200);
    }
}
