package ma.jazari.events.registration;

import static ma.jazari.events.registration.RegistrationFixture.address;
import static ma.jazari.events.registration.RegistrationFixture.own;
import static ma.jazari.events.registration.RegistrationFixture.person;
import static ma.jazari.events.registration.RegistrationFixture.post;
import static ma.jazari.events.registration.RegistrationFixture.seminar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.RealParts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be said in a form, and what it is kept as. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RegistrationFormTest {

    private static @Nullable String knownHost;
    private String host;

    @BeforeEach
    void know_an_institute() {
        if (knownHost == null) {
            knownHost = ApiFixture.activeInstitute();
        }
        host = knownHost;
    }

    @Test
    void knows_an_address_however_it_is_written() {
        var event = seminar(host, "{}");
        post(event, person("Zoé.Amrani@münchen.example", "")).then().statusCode(201);

        for (var same : List.of("zoé.amrani@xn--mnchen-3ya.example", "ＺＯÉ.amrani@MÜNCHEN.example")) {
            post(event, person(same, "")).then().statusCode(409);
        }
        post(event, person("zoé.amrani+2@münchen.example", "")).then().statusCode(201);
    }

    @Test
    void refuses_an_address_that_no_mail_can_go_to_or_that_is_too_long_to_be_known_by() {
        var event = seminar(host, "{}");
        var tooLong = "ﷺ".repeat(64) + "@" + "a".repeat(60) + ".example";
        for (var address : List.of("amina＠x@example.org", "amina@" + "é".repeat(64) + ".example", tooLong)) {
            post(event, person(address, "")).then().statusCode(400).body("errors.pointer", contains("/email"));
        }
        var longest = "İ".repeat(64) + "@" + "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(61);
        post(event, person(longest, "")).then().statusCode(400).body("errors.pointer", contains("/email"));
    }

    @Test
    void keeps_numbers_as_they_are_said() {
        var event = seminar(
                host,
                """
                {"questions": [{"key": "n", "labels": [{"value": "N", "lang": "fr"}], "type": "NUMBER", "required": true}]}
                """);
        for (var number : List.of("1e999", "1e2147483647", "-1e-999", "1".repeat(31), "0." + "1".repeat(31))) {
            post(event, answering("n", number)).then().statusCode(400).body("errors.pointer", contains("/answers/n"));
        }
        for (var number : List.of("12345678901234567.25", "-0.1", "100", "123456789012345678901234567890")) {
            var link = post(event, answering("n", number))
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("manageUrl");
            assertThat(own(link).asString()).contains("\"n\":" + number + "}");
        }
    }

    @Test
    void wants_at_least_one_of_several_choices_where_an_answer_is_required() {
        var event = seminar(
                host,
                """
                {"questions": [{"key": "days", "labels": [{"value": "Jours", "lang": "fr"}], "type": "CHOICES",
                                "options": ["1", "2"], "required": true},
                               {"key": "diet", "labels": [{"value": "Régime", "lang": "fr"}], "type": "CHOICES",
                                "options": ["halal"]}]}
                """);

        post(event, answering("days", "[]")).then().statusCode(400).body("errors.pointer", contains("/answers/days"));
        post(event, person(address(), ", \"answers\": {\"days\": [\"2\"], \"diet\": []}"))
                .then()
                .statusCode(201);
    }

    private static String answering(String question, String json) {
        return person(address(), ", \"answers\": {\"%s\": %s}".formatted(question, json));
    }
}
