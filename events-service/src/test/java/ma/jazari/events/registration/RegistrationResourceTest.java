package ma.jazari.events.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.registration.RegistrationFixture.address;
import static ma.jazari.events.registration.RegistrationFixture.mails;
import static ma.jazari.events.registration.RegistrationFixture.move;
import static ma.jazari.events.registration.RegistrationFixture.own;
import static ma.jazari.events.registration.RegistrationFixture.patch;
import static ma.jazari.events.registration.RegistrationFixture.person;
import static ma.jazari.events.registration.RegistrationFixture.places;
import static ma.jazari.events.registration.RegistrationFixture.post;
import static ma.jazari.events.registration.RegistrationFixture.registered;
import static ma.jazari.events.registration.RegistrationFixture.seminar;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class RegistrationResourceTest {

    private static @Nullable String knownHost;

    @Inject
    AgroalDataSource database;

    private String host;

    @BeforeEach
    void know_an_institute() {
        if (knownHost == null) {
            knownHost = ApiFixture.activeInstitute();
        }
        host = knownHost;
    }

    @Test
    void confirms_while_there_are_places_and_queues_in_the_order_of_joining() {
        var event = seminar(host, "{\"capacity\": 2}");

        assertThat(registered(event).getString("state")).isEqualTo("CONFIRMED");
        registered(event);
        var third = registered(event);
        var fourth = registered(event);

        assertThat(third.getString("state")).isEqualTo("WAITING");
        assertThat(third.getInt("position")).isEqualTo(1);
        assertThat(fourth.getInt("position")).isEqualTo(2);
        var places = places(event);
        assertThat(places.getInt("confirmed")).isEqualTo(2);
        assertThat(places.getInt("waiting")).isEqualTo(2);
        assertThat(places.getInt("free")).isZero();
    }

    @Test
    void offers_the_place_of_whoever_goes_to_the_first_who_waits_by_mail() {
        var event = seminar(host, "{\"capacity\": 1, \"offerHours\": 48}");
        var first = registered(event);
        var address = address();
        var second = post(event, person(address, ", \"lang\": \"en\"")).jsonPath();

        move(first.getString("manageUrl"), "CANCELLED").then().statusCode(200).body("state", equalTo("CANCELLED"));

        own(second.getString("manageUrl"))
                .then()
                .statusCode(200)
                .body("state", equalTo("OFFERED"))
                .body("offerExpiresAt", notNullValue())
                .body("availableTransitions", contains("CONFIRMED", "CANCELLED"));
        await().atMost(20, SECONDS).until(() -> mails(address).size() == 2);
        assertThat(mails(address).getLast())
                .contains("Subject: A place has become free: Séminaire", second.getString("manageUrl"));
        move(second.getString("manageUrl"), "CONFIRMED").then().statusCode(200).body("state", equalTo("CONFIRMED"));
        move(second.getString("manageUrl"), "CONFIRMED").then().statusCode(409).body("allowed", contains("CANCELLED"));
    }

    @Test
    void takes_an_address_once() {
        var event = seminar(host, "{\"capacity\": 5}");
        var address = address();
        var first = post(event, person(address, ""))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        post(event, person(address.toUpperCase(Locale.ROOT), "")).then().statusCode(409);

        move(first.getString("manageUrl"), "CANCELLED").then().statusCode(200);
        post(event, person(address, "")).then().statusCode(201);
    }

    @Test
    void says_all_that_is_wrong_with_a_form() {
        var event = seminar(
                host,
                """
                {"consent": [{"value": "Vos données sont conservées 180 jours.", "lang": "fr"}],
                 "questions": [
                   {"key": "age", "labels": [{"value": "Âge", "lang": "fr"}], "type": "NUMBER", "required": true},
                   {"key": "diet", "labels": [{"value": "Régime", "lang": "fr"}], "type": "CHOICE", "options": ["halal"]},
                   {"key": "day", "labels": [{"value": "Jour", "lang": "fr"}], "type": "DATE"}]}
                """);

        post(event, person(address(), ", \"answers\": {\"diet\": \"none\", \"day\": \"2026-02-30\", \"x/y\": 1}"))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/answers/age", "/answers/diet", "/answers/day", "/answers/x~1y", "/consent"));
        post(event, "{\"name\": \"\", \"email\": \"no address\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/name", "/email"));
        post(event, person(address(), ", \"answers\": {\"age\": 31}, \"consent\": true"))
                .then()
                .statusCode(201)
                .body("answers.age", equalTo(31))
                .body("consentedAt", notNullValue());
    }

    @Test
    void refuses_settings_that_cannot_be() {
        var body = ApiFixture.seminar(
                "Séminaire",
                host,
                """
                , "registration": {"opens": "2026-02-30T10:00", "capacity": 0,
                    "questions": [{"key": "a", "labels": [{"value": "A", "lang": "fr"}], "type": "CHOICE"}]}
                """);
        ApiFixture.create(Tokens.networkAdmin(), body)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/registration/capacity"));
        ApiFixture.create(Tokens.networkAdmin(), body.replace("\"capacity\": 0", "\"capacity\": 1"))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/registration/opens", "/registration/questions/0/options"));
    }

    @Test
    void opens_and_closes_when_it_says_and_to_whom_it_says() {
        var early = seminar(host, "{\"opens\": \"2099-01-01T09:00\"}");
        post(early, person(address(), "")).then().statusCode(409).body("opensAt", equalTo("2099-01-01T09:00:00Z"));
        var late = seminar(host, "{\"closes\": \"2026-01-01T09:00:00Z\"}");
        post(late, person(address(), "")).then().statusCode(409).body("closedAt", equalTo("2026-01-01T09:00:00Z"));
        var closed = seminar(host, "{\"open\": \"CLOSED\"}");
        post(closed, person(address(), "")).then().statusCode(409);
        var members = seminar(host, "{\"open\": \"MEMBERS\"}");
        post(members, person(address(), "")).then().statusCode(403);
        as(Tokens.partner("p00000098"))
                .contentType(ContentType.JSON)
                .body(person(address(), ""))
                .post("/v1/program-events/{id}/registrations", members)
                .then()
                .statusCode(201);
        var none = ApiFixture.published("Sans inscription");
        post(none, person(address(), "")).then().statusCode(409);
        post(UUID.randomUUID().toString(), person(address(), "")).then().statusCode(404);
        post("nonsense", person(address(), "")).then().statusCode(400);
    }

    @Test
    void follows_the_capacity_of_its_event() {
        var event = seminar(host, "{\"capacity\": 2}");
        registered(event);
        registered(event);
        var third = registered(event);
        var fourth = registered(event);

        patch(event, "{\"capacity\": 1}").then().statusCode(409).body("taken", equalTo(2));
        patch(event, "{\"capacity\": 3}").then().statusCode(200).body("places.offered", equalTo(1));

        own(third.getString("manageUrl")).then().body("state", equalTo("OFFERED"));
        own(fourth.getString("manageUrl")).then().body("position", equalTo(1));
        patch(event, "null").then().statusCode(409);
        patch(event, "{\"open\": \"CLOSED\"}").then().statusCode(200);
        post(event, person(address(), "")).then().statusCode(409);
    }

    @Test
    void tells_those_who_registered_when_the_event_moves_or_is_off() {
        var event = seminar(host, "{}");
        var address = address();
        post(event, person(address, ", \"lang\": \"ar\"")).then().statusCode(201);

        ApiFixture.patch(Tokens.networkAdmin(), event, "*", "{\"venue\": {\"city\": \"Rabat\"}}")
                .then()
                .statusCode(200);
        await().atMost(60, SECONDS).until(() -> mails(address).size() == 2);
        ApiFixture.move(event, "CANCELLED").then().statusCode(200);

        await().atMost(60, SECONDS).until(() -> mails(address).size() == 3);
        assertThat(mails(address).get(1)).contains("تغيير", "Rabat");
        assertThat(mails(address).get(2)).contains("إلغاء", "as the test says");
        post(event, person(address(), "")).then().statusCode(409);
    }

    @Test
    void opens_to_nobody_without_the_key() {
        var event = seminar(host, "{}");
        var id = registered(event).getString("id");

        anonymous().get("/v1/registrations/{id}", id).then().statusCode(404);
        anonymous().get("/v1/registrations/{id}?key=guess", id).then().statusCode(404);
        anonymous().delete("/v1/registrations/{id}?key=guess", id).then().statusCode(404);
        as(Tokens.networkAdmin())
                .get("/v1/registrations/{id}?key=guess", id)
                .then()
                .statusCode(404);
        as(Tokens.instituteAdmin(host))
                .get("/v1/program-events/{id}/registrations/{rid}", event, id)
                .then()
                .statusCode(200);
    }

    @Test
    void leads_whoever_registered_to_what_is_kept_of_it() {
        var answer = post(seminar(host, "{}"), person(address(), ""))
                .then()
                .statusCode(201)
                .extract();

        var location = answer.header("Location");

        assertThat(location).isEqualTo(answer.<String>path("manageUrl"));
        own(location).then().statusCode(200).body("email", equalTo(answer.<String>path("email")));
    }

    @Test
    void asks_to_come_back_where_registration_is_being_added_to_the_event_just_now() throws SQLException {
        var event = seminar(host, "{}");
        // As whoever registers sees it that was let in before the desk was committed, and reads the event after.
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement("delete from registration_desk where program_event_id = ?::uuid")) {
            delete.setString(1, event);
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }

        post(event, person(address(), "")).then().statusCode(503).header("Retry-After", notNullValue());
    }
}
