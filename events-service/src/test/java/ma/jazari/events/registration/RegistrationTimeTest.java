package ma.jazari.events.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.registration.RegistrationFixture.address;
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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.LaterClock;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** What time brings to registrations: offers that lapse, and data that is no longer kept. */
@QuarkusTest
@TestProfile(ShortQueues.class)
@WithTestResource(RealParts.class)
class RegistrationTimeTest {

    @Inject
    LaterClock clock;

    @Test
    void passes_an_offer_on_that_was_not_taken_in_time() {
        var event = seminarOn(day(), ApiFixture.activeInstitute(), "{\"capacity\": 1, \"offerHours\": 2}");
        var first = registered(event);
        var address = address();
        var second = post(event, person(address, "")).jsonPath();
        var third = registered(event);
        move(first.getString("manageUrl"), "CANCELLED").then().statusCode(200);

        clock.putForward(Duration.ofHours(3));

        await().atMost(30, SECONDS).untilAsserted(() -> own(second.getString("manageUrl"))
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("cause", equalTo("OFFER_LAPSED")));
        own(third.getString("manageUrl")).then().body("state", equalTo("OFFERED"));
        assertThat(places(event).getInt("offered")).isEqualTo(1);
        await().atMost(30, SECONDS).until(() -> mails(address).size() == 3);
        move(second.getString("manageUrl"), "CONFIRMED").then().statusCode(409);
    }

    @Test
    void keeps_nothing_personal_for_longer_than_it_says() {
        var host = ApiFixture.activeInstitute();
        var event = seminarOn(day(), host, "{\"retentionDays\": 10}");
        var registration = registered(event);
        var id = registration.getString("id");

        clock.putForward(Duration.ofDays(75));

        await().atMost(30, SECONDS).untilAsserted(() -> as(Tokens.instituteAdmin(host))
                .get("/v1/program-events/{id}/registrations/{rid}", event, id)
                .then()
                .body("erasedAt", notNullValue())
                .body("name", nullValue())
                .body("email", nullValue())
                .body("state", equalTo("CONFIRMED")));
        own(registration.getString("manageUrl")).then().statusCode(404);
    }

    /** In two months, as the clock goes here. */
    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(60);
    }
}
