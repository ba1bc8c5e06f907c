package ma.jazari.events.registration;

import static ma.jazari.events.registration.RegistrationFixture.address;
import static ma.jazari.events.registration.RegistrationFixture.decide;
import static ma.jazari.events.registration.RegistrationFixture.draft;
import static ma.jazari.events.registration.RegistrationFixture.person;
import static ma.jazari.events.registration.RegistrationFixture.post;
import static ma.jazari.events.registration.RegistrationFixture.registered;
import static ma.jazari.events.registration.RegistrationFixture.seminar;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the organiser of an event sees of those who registered, and decides. */
@QuarkusTest
@WithTestResource(RealParts.class)
class OrganiserTest {

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
    void shows_who_registered_to_the_organiser_alone() {
        var event = seminar(host, "{\"capacity\": 1}");
        var address = address();
        post(event, person(address, "")).then().statusCode(201).body("manageUrl", containsString("?key="));
        registered(event);

        as(Tokens.instituteAdmin(host))
                .get("/v1/program-events/{id}/registrations", event)
                .then()
                .statusCode(200)
                .body("items.email[0]", equalTo(address))
                .body("items.state", contains("CONFIRMED", "WAITING"))
                .body("items[0].manageUrl", nullValue())
                .body("items[1].position", equalTo(1));
        as(Tokens.instituteAdmin(host))
                .get("/v1/program-events/{id}/registrations?state=WAITING&total=true", event)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("total", equalTo(1));
        anonymous().get("/v1/program-events/{id}/registrations", event).then().statusCode(401);
        as(Tokens.instituteAdmin("j00000098"))
                .get("/v1/program-events/{id}/registrations", event)
                .then()
                .statusCode(403);
        as(Tokens.auditor())
                .get("/v1/program-events/{id}/registrations", event)
                .then()
                .statusCode(403);
        as(Tokens.networkAdmin())
                .get("/v1/program-events/{id}/registrations", event)
                .then()
                .statusCode(200);
        var draft = draft(host, "{\"capacity\": 1}");
        as(Tokens.instituteAdmin("j00000098"))
                .get("/v1/program-events/{id}/registrations", draft)
                .then()
                .statusCode(404);
        post(draft, person(address(), "")).then().statusCode(404);
    }

    @Test
    void writes_a_table_without_formulas() {
        var event = seminar(
                host,
                """
                {"questions": [{"key": "diet", "labels": [{"value": "Régime", "lang": "fr"}], "type": "CHOICES",
                                "options": ["halal", "vegan; =1+1"]}]}
                """);
        var body = person(address(), ", \"answers\": {\"diet\": [\"halal\", \"vegan; =1+1\"]}");
        post(event, body.replace("Amina Berrada", "=cmd()")).then().statusCode(201);
        // A spreadsheet of another language takes a semicolon for the end of a cell.
        post(event, body.replace("Amina Berrada", "Amina;=1+cmd|' /C calc'!A0").replace("person", "other"))
                .then()
                .statusCode(201);

        var table = as(Tokens.instituteAdmin(host))
                .accept("text/csv")
                .get("/v1/program-events/{id}/registrations", event)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(table.lines().findFirst().orElseThrow()).endsWith("consentedAt,diet");
        assertThat(table).contains(",CONFIRMED,'=cmd(),", "Amina;'=1+cmd|' /C calc'!A0", "halal;vegan\\;' =1+1");
        as(Tokens.auditor())
                .accept("text/csv")
                .get("/v1/program-events/{id}/registrations", event)
                .then()
                .statusCode(403);
    }

    @Test
    void leaves_the_decision_to_the_organiser_where_it_wants_it() {
        var event = seminar(host, "{\"capacity\": 1, \"approval\": true}");
        var first = registered(event);
        var second = registered(event);
        var third = registered(event);
        assertThat(first.getString("state")).isEqualTo("PENDING");

        var admin = Tokens.instituteAdmin(host);
        decide(admin, event, second.getString("id"), "CONFIRMED")
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"));
        decide(admin, event, first.getString("id"), "CONFIRMED")
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("position", equalTo(1));
        decide(admin, event, third.getString("id"), "DECLINED")
                .then()
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("cause", equalTo("ORGANISER"));
        decide(admin, event, first.getString("id"), "CONFIRMED")
                .then()
                .statusCode(409)
                .body("allowed", containsInAnyOrder("DECLINED", "CANCELLED"));
        decide(Tokens.instituteAdmin("j00000098"), event, first.getString("id"), "CANCELLED")
                .then()
                .statusCode(403);
    }

    @Test
    void lets_the_network_administrator_stand_in_for_an_organiser() {
        var event = seminar(host, "{\"approval\": true}");
        var id = registered(event).getString("id");

        as(Tokens.networkAdmin())
                .get("/v1/program-events/{id}/registrations", event)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        decide(Tokens.networkAdmin(), event, id, "CONFIRMED").then().statusCode(200);
    }

    @Test
    void shows_who_registered_to_a_host_that_joins_later() {
        var event = seminar(host, "{}");
        registered(event);
        var other = ApiFixture.activeInstitute();
        ApiFixture.patch(
                        Tokens.networkAdmin(),
                        event,
                        "*",
                        "{\"hostInstituteIds\": [\"%s\", \"%s\"]}".formatted(host, other))
                .then()
                .statusCode(200);

        as(Tokens.instituteAdmin(other))
                .get("/v1/program-events/{id}/registrations", event)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }
}
