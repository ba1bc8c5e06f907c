package ma.jazari.events.registration;

import static ma.jazari.events.registration.RegistrationFixture.address;
import static ma.jazari.events.registration.RegistrationFixture.decide;
import static ma.jazari.events.registration.RegistrationFixture.erase;
import static ma.jazari.events.registration.RegistrationFixture.move;
import static ma.jazari.events.registration.RegistrationFixture.person;
import static ma.jazari.events.registration.RegistrationFixture.post;
import static ma.jazari.events.registration.RegistrationFixture.registered;
import static ma.jazari.events.registration.RegistrationFixture.seminarOn;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.LaterClock;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers whom nobody knows cannot do to queues and to the mailboxes of others. */
@QuarkusTest
@TestProfile(ShortQueues.class)
@WithTestResource(RealParts.class)
class RegistrationLimitsTest {

    private static @Nullable String knownHost;

    @Inject
    LaterClock clock;

    @Inject
    RegistrationRound round;

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

    private String event(String registration) {
        return seminarOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(60), host, registration);
    }

    @Test
    void takes_an_address_no_more_whose_registrations_were_cancelled_three_times() {
        var event = event("{\"capacity\": 5}");
        var address = address();
        for (int i = 0; i < 3; i++) {
            var link = post(event, person(tagged(address, i), ""))
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("manageUrl");
            move(link, "CANCELLED").then().statusCode(200);
        }

        post(event, person(address, "")).then().statusCode(409).body("detail", containsString("access token"));
        as(Tokens.partner("p00000098"))
                .contentType(ContentType.JSON)
                .body(person(address, ""))
                .post("/v1/program-events/{id}/registrations", event)
                .then()
                .statusCode(201);
        post(event("{}"), person(address, "")).then().statusCode(201);
    }

    @Test
    void lets_no_more_wait_than_could_ever_come() {
        var event = event("{\"capacity\": 1}");
        var first = registered(event);
        for (int i = 0; i < 99; i++) {
            registered(event);
        }
        var last = registered(event);

        post(event, person(address(), "")).then().statusCode(409).body("detail", containsString("(100)"));

        move(last.getString("manageUrl"), "CANCELLED").then().statusCode(200);
        post(event, person(address(), "")).then().statusCode(201).body("position", equalTo(100));
        move(first.getString("manageUrl"), "CANCELLED").then().statusCode(200);
    }

    @Test
    void counts_those_who_wait_for_the_organiser_too() {
        var event = event("{\"capacity\": 1, \"approval\": true}");
        var first = registered(event);
        for (int i = 0; i < 99; i++) {
            registered(event);
        }

        post(event, person(address(), "")).then().statusCode(409).body("detail", containsString("(100)"));

        decide(Tokens.instituteAdmin(host), event, first.getString("id"), "CONFIRMED")
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"));
        post(event, person(address(), "")).then().statusCode(201).body("state", equalTo("PENDING"));
    }

    @Test
    void lets_nobody_flood_a_mailbox_that_may_be_another_s() throws Exception {
        var address = address();
        for (int i = 0; i < 10; i++) {
            var link = post(event("{}"), person(tagged(address, i), ""))
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("manageUrl");
            // Having it erased does not start the count anew.
            erase(link).then().statusCode(204);
        }
        var event = event("{}");

        var refused = post(event, person(address, "")).then().statusCode(429).extract();

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 86_401);
        as(Tokens.instituteAdmin(host))
                .get("/v1/program-events/{id}/registrations?total=true", event)
                .then()
                .body("total", equalTo(0));
        as(Tokens.partner("p00000098"))
                .contentType(ContentType.JSON)
                .body(person(address, ""))
                .post("/v1/program-events/{id}/registrations", event)
                .then()
                .statusCode(201);

        clock.putForward(Duration.ofDays(1));
        round.run();
        assertThat(countedDays()).isLessThanOrEqualTo(1);
        post(event("{}"), person(address, "")).then().statusCode(201);
    }

    @Test
    void sends_no_mail_beyond_the_day_s_for_what_the_link_does() throws Exception {
        var address = address();
        var links = new String[9];
        for (int i = 0; i < links.length; i++) {
            links[i] = post(event("{}"), person(address, "")).path("manageUrl");
        }

        for (var link : links) {
            move(link, "CANCELLED").then().statusCode(200).body("state", equalTo("CANCELLED"));
        }

        post(event("{}"), person(address, "")).then().statusCode(429);
        assertThat(mailsCounted(address)).isEqualTo(10);
    }

    @Test
    void refuses_names_that_carry_more_than_a_name() {
        var event = event("{}");
        for (var name : List.of(
                "Win at HTTP://example.org",
                "see WWW.example.org",
                "Amina\\nBerrada",
                "Amina\\u2028Berrada",
                "Amina\\u0085Berrada",
                "ｗｗｗ．example.org")) {
            post(event, person(address(), "").replace("Amina Berrada", name))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/name"));
        }
        post(event, person(address(), "").replace("Amina Berrada", "Dr. A. Berrada-O'Neil, Ph.D. (Fès)"))
                .then()
                .statusCode(201);
    }

    private static String tagged(String address, int tag) {
        return address.replace("@", "+" + tag + "@");
    }

    private int countedDays() throws SQLException {
        return number("select count(*) from anonymous_mail_day", null);
    }

    private int mailsCounted(String address) throws SQLException {
        return number(
                """
                select mails from anonymous_mail join anonymous_mail_day using (day)
                where mailbox = sha256(convert_to(salt::text || ?, 'UTF8'))
                """,
                address);
    }

    private int number(String sql, @Nullable String parameter) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            if (parameter != null) {
                select.setString(1, parameter);
            }
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
