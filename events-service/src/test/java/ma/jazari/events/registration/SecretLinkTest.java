package ma.jazari.events.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.registration.RegistrationFixture.address;
import static ma.jazari.events.registration.RegistrationFixture.draft;
import static ma.jazari.events.registration.RegistrationFixture.erase;
import static ma.jazari.events.registration.RegistrationFixture.move;
import static ma.jazari.events.registration.RegistrationFixture.own;
import static ma.jazari.events.registration.RegistrationFixture.person;
import static ma.jazari.events.registration.RegistrationFixture.post;
import static ma.jazari.events.registration.RegistrationFixture.registered;
import static ma.jazari.events.registration.RegistrationFixture.seminar;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import ma.jazari.events.LogLines;
import ma.jazari.events.SpanLog;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** The key of a registration's link stays between the registry and its person. */
@QuarkusTest
@TestProfile(SecretLinkTest.Profile.class)
@WithTestResource(RealParts.class)
class SecretLinkTest {

    @Inject
    SpanLog spans;

    /** Writes a line for each request. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.access-log.enabled", "true");
        }
    }

    @Test
    void is_stored_by_nobody_on_the_way() {
        var event = seminar(ApiFixture.activeInstitute(), "{\"capacity\": 1}");
        var first = post(event, person(address(), ""));
        var link = first.<String>path("manageUrl");
        var key = "\"" + UUID.randomUUID() + "\"";
        Supplier<Response> withKey = () -> as(Tokens.partner("p00000098"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(person("once@example.org", ""))
                .post("/v1/program-events/{id}/registrations", event);

        assertThat(List.of(
                        first,
                        withKey.get(),
                        withKey.get(),
                        own(link),
                        own(link.replace("?key=", "/data?key=")),
                        own(link + "x"),
                        move(link, "CONFIRMED"),
                        move(link, "CANCELLED"),
                        erase(link),
                        own(link)))
                .allSatisfy(answer -> {
                    assertThat(answer.headers().getValues("Cache-Control")).containsExactly("private, no-store");
                    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
                });
    }

    @Test
    void is_known_by_a_header_too() {
        var registration = registered(seminar(ApiFixture.activeInstitute(), "{}"));
        var link = registration.getString("manageUrl");
        var id = registration.getString("id");

        anonymous()
                .header("X-Registration-Key", link.substring(link.indexOf("key=") + 4))
                .get("/v1/registrations/{id}", id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        anonymous()
                .header("X-Registration-Key", "guess")
                .get("/v1/registrations/{id}", id)
                .then()
                .statusCode(404);
    }

    @Test
    void stands_in_no_trace_and_in_no_line_of_the_access_log() {
        try (var logged = LogLines.listen()) {
            var registration = registered(seminar(ApiFixture.activeInstitute(), "{}"));
            var link = registration.getString("manageUrl");
            var path = "/v1/registrations/" + registration.getString("id");

            own(link + "&lang=ar").then().statusCode(200);

            await().atMost(10, SECONDS).until(() -> !spans.about(path).isEmpty());
            await().atMost(10, SECONDS)
                    .until(() -> logged.all().stream().anyMatch(line -> line.contains("GET " + path)));
            var key = link.substring(link.indexOf("key=") + 4);
            assertThat(spans.about(path)).anyMatch(span -> span.contains("lang=ar"));
            assertThat(spans.about(key)).isEmpty();
            assertThat(logged.all()).noneMatch(line -> line.contains(key));
        }
    }

    @Test
    void leaves_no_answer_behind_that_denies_what_is_published_later() {
        var event = draft(ApiFixture.activeInstitute(), "{}");

        anonymous()
                .get("/v1/program-events/{id}", event)
                .then()
                .statusCode(404)
                .header("Cache-Control", equalTo("no-store"));
    }
}
