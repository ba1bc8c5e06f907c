package ma.jazari.events.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.registration.RegistrationFixture.address;
import static ma.jazari.events.registration.RegistrationFixture.draft;
import static ma.jazari.events.registration.RegistrationFixture.erase;
import static ma.jazari.events.registration.RegistrationFixture.mails;
import static ma.jazari.events.registration.RegistrationFixture.person;
import static ma.jazari.events.registration.RegistrationFixture.post;
import static ma.jazari.events.registration.RegistrationFixture.seminar;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.LaterClock;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.Test;

/** Whoever has lost the link of a registration gets it again, and nobody else learns anything. */
@QuarkusTest
@TestProfile(ShortQueues.class)
@WithTestResource(RealParts.class)
class LostLinkTest {

    @Inject
    LaterClock clock;

    @Test
    void sends_the_link_to_the_address_that_it_was_made_by_once_an_hour() {
        var event = seminar(ApiFixture.activeInstitute(), "{}");
        var address = address();
        var link = post(event, person(address, ", \"lang\": \"en\"")).<String>path("manageUrl");

        ask(event, address.toUpperCase(Locale.ROOT)).then().statusCode(202);
        await().atMost(30, SECONDS).until(() -> mails(address).size() == 2);
        assertThat(mails(address).getLast()).contains("Subject: Your registration: Séminaire", link);

        ask(event, address).then().statusCode(202);
        await().during(5, SECONDS)
                .atMost(20, SECONDS)
                .until(() -> mails(address).size() == 2);

        clock.putForward(Duration.ofMinutes(61));
        ask(event, address).then().statusCode(202);
        await().atMost(30, SECONDS).until(() -> mails(address).size() == 3);
    }

    @Test
    void answers_the_same_whether_somebody_registered_or_not() {
        var event = seminar(ApiFixture.activeInstitute(), "{}");
        var known = address();
        post(event, person(known, "")).then().statusCode(201);
        var erased = address();
        erase(post(event, person(erased, "")).path("manageUrl")).then().statusCode(204);

        var answers = Stream.of(known, known, address(), erased, "no address at all")
                .map(address -> ask(event, address))
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.asString()).isEmpty();
            assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        });
        var withoutRegistration = ApiFixture.published("Sans inscription");
        ask(withoutRegistration, known).then().statusCode(202);
        ask(draft(ApiFixture.activeInstitute(), "{}"), known).then().statusCode(404);
        ask(UUID.randomUUID().toString(), known).then().statusCode(404);
        ask("nonsense", known).then().statusCode(400);
        anonymous()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/program-events/{id}/registrations/link", event)
                .then()
                .statusCode(400);
    }

    private static Response ask(String event, String address) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body("{\"email\": \"%s\"}".formatted(address))
                .post("/v1/program-events/{id}/registrations/link", event);
    }
}
