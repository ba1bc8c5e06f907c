package ma.jazari.institutes.institute;

import static ma.jazari.institutes.institute.InstituteFixture.active;
import static ma.jazari.institutes.institute.InstituteFixture.draft;
import static ma.jazari.institutes.institute.InstituteFixture.etag;
import static ma.jazari.institutes.institute.InstituteFixture.patch;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** What differs between two versions of an institute. */
@QuarkusTest
@WithTestResource(RealParts.class)
class InstituteDiffTest {

    private static final String DIFF = "/v1/institutes/{id}/diff";

    @Test
    void shows_what_changed_between_two_versions_over_those_in_between() {
        var id = changedTwice("Institut comparé");

        as(Tokens.networkAdmin())
                .get(DIFF + "?from=3&to=5", id)
                .then()
                .statusCode(200)
                .body("subject.id", equalTo(id))
                .body("from.version", equalTo(3))
                .body("to.version", equalTo(5))
                .body("changes.pointer", contains("/established", "/region"))
                .body("changes[0]", not(hasKey("from")))
                .body("changes[1].from", equalTo("MA-03"))
                .body("changes[1].to", equalTo("MA-06"))
                .body("privateChanges.pointer", contains("/contacts"));
        as(Tokens.networkAdmin())
                .get(DIFF + "?from=5&to=3", id)
                .then()
                .statusCode(200)
                .body("changes[1].from", equalTo("MA-06"))
                .body("changes[0]", not(hasKey("to")));
        as(Tokens.networkAdmin()).get(DIFF + "?from=4&to=4", id).then().body("changes", empty());
    }

    @Test
    void takes_instants_and_dates_and_the_present_for_no_end() {
        var id = active("Institut comparé par dates");
        var before = anonymous().get("/v1/institutes/{id}", id).<String>path("updatedAt");
        patch(Tokens.networkAdmin(), id, etag(id), "{\"region\": \"MA-05\"}")
                .then()
                .statusCode(200);

        anonymous()
                .get(DIFF + "?from={at}", id, before)
                .then()
                .statusCode(200)
                .body("from.version", equalTo(3))
                .body("from.at", equalTo(before))
                .body("to.version", equalTo(4))
                .body("changes.pointer", contains("/region"));
        anonymous().get(DIFF + "?from=3&to=2126-01-01", id).then().body("to.version", equalTo(4));
        anonymous().get(DIFF + "?from=2020-01-01", id).then().statusCode(404);
    }

    @Test
    void keeps_from_strangers_what_they_may_not_see() {
        var id = changedTwice("Institut discret");
        var hidden = draft("Brouillon comparé");

        anonymous()
                .get(DIFF + "?from=3&to=5", id)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("privateChanges")))
                .body("changes.pointer", contains("/established", "/region"));
        anonymous().get(DIFF + "?from=1&to=5", id).then().statusCode(404);
        anonymous().get(DIFF + "?from=3&to=2", id).then().statusCode(404);
        anonymous().get(DIFF + "?from=1", hidden).then().statusCode(404).body(not(containsString("DRAFT")));
        as(Tokens.instituteAdmin(id))
                .get(DIFF + "?from=1", id)
                .then()
                .statusCode(200)
                .body("privateChanges[0].to[0].email", equalTo("a@example.org"));
        as(Tokens.networkAdmin()).get(DIFF + "?from=1&to=99", id).then().statusCode(404);
    }

    @Test
    void says_what_is_wrong_with_a_question() {
        var id = active("Institut mal comparé");

        anonymous()
                .get(DIFF + "?to=never", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("from", "to"));
        anonymous().get(DIFF + "?from=0", id).then().statusCode(400);
        anonymous().get(DIFF + "?from=1&until=2", id).then().statusCode(400);
        anonymous().get(DIFF + "?from=1", "j00000099").then().statusCode(400);
        anonymous().get(DIFF + "?from=999999999999999999", id).then().statusCode(404);
    }

    private static String changedTwice(String name) {
        var id = active(name);
        patch(Tokens.networkAdmin(), id, etag(id), "{\"region\": \"MA-05\", \"established\": \"2026-03-01\"}")
                .then()
                .statusCode(200);
        patch(
                        Tokens.networkAdmin(),
                        id,
                        etag(id),
                        "{\"region\": \"MA-06\", \"contacts\": [{\"role\": \"ADMISSIONS\", \"email\": \"a@example.org\"}]}")
                .then()
                .statusCode(200);
        return id;
    }
}
