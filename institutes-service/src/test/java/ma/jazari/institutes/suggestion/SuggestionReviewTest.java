package ma.jazari.institutes.suggestion;

import static ma.jazari.institutes.suggestion.SuggestionFixture.MOVE;
import static ma.jazari.institutes.suggestion.SuggestionFixture.active;
import static ma.jazari.institutes.suggestion.SuggestionFixture.change;
import static ma.jazari.institutes.suggestion.SuggestionFixture.draft;
import static ma.jazari.institutes.suggestion.SuggestionFixture.get;
import static ma.jazari.institutes.suggestion.SuggestionFixture.move;
import static ma.jazari.institutes.suggestion.SuggestionFixture.pending;
import static ma.jazari.institutes.suggestion.SuggestionFixture.propose;
import static ma.jazari.institutes.suggestion.SuggestionFixture.somebody;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** How suggestions end, and what that does to their institutes. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SuggestionReviewTest {

    @Inject
    AgroalDataSource database;

    @Test
    void changes_the_institute_when_it_is_applied() {
        var id = active("Institut corrigé");
        var suggestion = pending(somebody("correctrice"), id, 3, "{\"location\": {\"city\": \"Fès\"}}");

        move(Tokens.networkAdmin(), suggestion, "APPLIED")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"2-"))
                .body("status", equalTo("APPLIED"))
                .body("appliedVersion", equalTo(4))
                .body("reviewer.sub", equalTo("sub-of-root-admin"))
                .body("reason", equalTo("comme dit le test"))
                .body("fields[0].current", equalTo("Fès"))
                .body("availableTransitions", empty());

        anonymous()
                .get("/v1/institutes/{id}", id)
                .then()
                .body("location.city", equalTo("Fès"))
                .body("version", equalTo(4));
        var history = anonymous()
                .get("/v1/institutes/{id}/history", id)
                .then()
                .body("items[1].type", equalTo("institute.updated"))
                .body("items[1].actor.sub", equalTo("sub-of-root-admin"))
                .body("items[1].reason", equalTo("Change suggestion " + suggestion + ": comme dit le test"))
                .extract()
                .asString();
        assertThat(history).doesNotContain("correctrice");
        assertThat(HashChain.holds(as(Tokens.networkAdmin())
                        .get("/v1/institutes/{id}/history", id)
                        .asString()))
                .isTrue();
    }

    @Test
    void applies_beside_changes_of_other_values() {
        var id = active("Institut partagé", ", \"location\": {\"city\": \"Fes\", \"lat\": 34.0}");
        var suggestion = pending(somebody("voisine"), id, 3, "{\"location\": {\"city\": \"Fès\"}}");
        change(id, "{\"region\": \"MA-09\", \"location\": {\"lat\": 34.03}}")
                .then()
                .statusCode(200);

        move(Tokens.networkAdmin(), suggestion, "APPLIED")
                .then()
                .statusCode(200)
                .body("appliedVersion", equalTo(5));

        anonymous()
                .get("/v1/institutes/{id}", id)
                .then()
                .body("region", equalTo("MA-09"))
                .body("location.city", equalTo("Fès"))
                .body("location.lat", equalTo(34.03f));
    }

    @Test
    void names_the_values_that_collide_and_changes_nothing() {
        var id = active("Institut disputé");
        var suggestion = pending(somebody("rivale"), id, 3, "{\"region\": \"MA-05\", \"focusAreas\": [\"health\"]}");
        change(id, "{\"region\": \"MA-09\"}").then().statusCode(200);

        move(Tokens.networkAdmin(), suggestion, "APPLIED")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString("/region"))
                .body("collisions.pointer", contains("/region"))
                .body("collisions[0].base", equalTo("MA-03"))
                .body("collisions[0].current", equalTo("MA-09"))
                .body("collisions[0].proposed", equalTo("MA-05"));

        get(Tokens.networkAdmin(), suggestion)
                .then()
                .body("status", equalTo("PENDING"))
                .body("version", equalTo(1))
                .body("availableTransitions", contains("APPLIED", "DISCARDED"));
        anonymous().get("/v1/institutes/{id}", id).then().body("version", equalTo(4));
    }

    @Test
    void is_content_where_somebody_else_made_the_change() {
        var id = active("Institut devancé");
        var suggestion = pending(somebody("devancée"), id, 3, MOVE);
        change(id, MOVE).then().statusCode(200);

        move(Tokens.networkAdmin(), suggestion, "APPLIED")
                .then()
                .statusCode(200)
                .body("appliedVersion", equalTo(4));

        anonymous().get("/v1/institutes/{id}", id).then().body("version", equalTo(4));
    }

    @Test
    void compares_contacts_too() {
        var id = active("Institut joignable");
        var suggestion = pending(
                somebody("joignable"),
                id,
                3,
                "{\"contacts\": [{\"role\": \"ADMISSIONS\", \"email\": \"a@example.org\"}]}");
        change(id, "{\"contacts\": [{\"role\": \"ADMISSIONS\", \"email\": \"b@example.org\"}]}")
                .then()
                .statusCode(200);

        move(Tokens.networkAdmin(), suggestion, "APPLIED")
                .then()
                .statusCode(409)
                .body("collisions.pointer", contains("/contacts"))
                .body("collisions[0].current[0].email", equalTo("b@example.org"));
        change(id, "{\"contacts\": null}").then().statusCode(200);
        move(Tokens.networkAdmin(), suggestion, "APPLIED").then().statusCode(200);
        as(Tokens.instituteAdmin(id))
                .get("/v1/institutes/{id}", id)
                .then()
                .body("contacts.email", contains("a@example.org"));
    }

    @Test
    void checks_again_what_the_institute_would_become() {
        var id = draft("Institut fuyant", "");
        var suggestion = pending(Tokens.instituteAdmin(id), id, 1, "{\"kind\": \"ANTENNA\"}");
        change(id, "{\"parentId\": null}").then().statusCode(200);

        move(Tokens.networkAdmin(), suggestion, "APPLIED")
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/patch/parentId"));
        get(Tokens.networkAdmin(), suggestion).then().body("status", equalTo("PENDING"));
    }

    @Test
    void leaves_both_as_they_were_when_another_institute_has_the_domain() {
        var domain = "applied-once.example.org";
        var holder = active("Institut propriétaire", ", \"domains\": [\"" + domain + "\"]");
        var id = active("Institut usurpateur");
        var suggestion =
                pending(somebody("usurpatrice"), id, 3, "{\"region\": \"MA-05\", \"domains\": [\"" + domain + "\"]}");

        move(Tokens.networkAdmin(), suggestion, "APPLIED")
                .then()
                .statusCode(409)
                .body("instituteId", equalTo(holder));

        get(Tokens.networkAdmin(), suggestion).then().body("status", equalTo("PENDING"));
        anonymous()
                .get("/v1/institutes/{id}", id)
                .then()
                .body("version", equalTo(3))
                .body("region", equalTo("MA-03"));
    }

    @Test
    void says_that_the_institute_was_merged_meanwhile() throws SQLException {
        var successor = active("Institut successeur");
        var id = active("Institut absorbé");
        var suggestion = pending(somebody("nostalgique"), id, 3, MOVE);
        merge(id, successor);

        move(Tokens.networkAdmin(), suggestion, "APPLIED")
                .then()
                .statusCode(409)
                .body("detail", containsString("merged into " + successor))
                .body("successorId", equalTo(successor));
        propose(somebody("nostalgique"), id, 3, MOVE).then().statusCode(409).body("successorId", equalTo(successor));
        move(Tokens.networkAdmin(), suggestion, "DISCARDED").then().statusCode(200);
    }

    @Test
    void is_discarded_for_a_reason() {
        var id = active("Institut inchangé");
        var suggestion = pending(somebody("déçue"), id, 3, MOVE);

        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"DISCARDED\"}")
                .post("/v1/change-suggestions/{id}/transitions", suggestion)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        move(Tokens.networkAdmin(), suggestion, "DISCARDED")
                .then()
                .statusCode(200)
                .body("status", equalTo("DISCARDED"))
                .body("reviewer.name", not(equalTo(null)))
                .body("$", not(hasKey("appliedVersion")));
        get(somebody("déçue"), suggestion).then().body("reason", equalTo("comme dit le test"));
        anonymous().get("/v1/institutes/{id}", id).then().body("version", equalTo(3));
    }

    @Test
    void leaves_review_to_the_network_administrator_and_withdrawal_to_the_proposer() {
        var id = active("Institut gardé");
        var suggestion = pending(somebody("proposante"), id, 3, MOVE);

        for (var token : new String[] {somebody("proposante"), Tokens.instituteAdmin(id), Tokens.auditor()}) {
            for (var to : new String[] {"APPLIED", "DISCARDED", "PENDING"}) {
                move(token, suggestion, to).then().statusCode(409).body("type", equalTo("/problems/move-not-allowed"));
            }
        }
        for (var token : new String[] {Tokens.networkAdmin(), Tokens.instituteAdmin(id), Tokens.auditor()}) {
            move(token, suggestion, "WITHDRAWN").then().statusCode(409);
        }
        move(somebody("proposante"), suggestion, "WITHDRAWN")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("$", not(hasKey("reviewer")));
        move(Tokens.networkAdmin(), suggestion, "APPLIED")
                .then()
                .statusCode(409)
                .body("allowed", empty());
        anonymous()
                .contentType(ContentType.JSON)
                .body("{\"to\": \"WITHDRAWN\"}")
                .post("/v1/change-suggestions/{id}/transitions", suggestion)
                .then()
                .statusCode(401);
    }

    @Test
    void moves_with_if_match_alone() {
        var id = active("Institut verrouillé");
        var suggestion = pending(somebody("pressée"), id, 3, MOVE);
        var tag = get(Tokens.networkAdmin(), suggestion).header("ETag");

        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .body("{\"to\": \"APPLIED\"}")
                .post("/v1/change-suggestions/{id}/transitions", suggestion)
                .then()
                .statusCode(428);
        move(Tokens.networkAdmin(), suggestion, "APPLIED", "\"7-00\"")
                .then()
                .statusCode(412)
                .body("currentVersion", equalTo(1));
        move(Tokens.networkAdmin(), suggestion, "APPLIED", tag).then().statusCode(200);
        move(Tokens.networkAdmin(), suggestion, "DISCARDED", tag).then().statusCode(412);
    }

    @Test
    void gives_the_same_answer_to_the_same_move_with_the_same_key() {
        var id = active("Institut appliqué une fois");
        var suggestion = pending(somebody("insistante"), id, 3, MOVE);

        var first = moveWithKey(suggestion);
        var second = moveWithKey(suggestion);

        first.then().statusCode(200).body("version", equalTo(2)).body("fields[0].current", equalTo("MA-05"));
        second.then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        assertThat(second.asString()).isEqualTo(first.asString());
        anonymous().get("/v1/institutes/{id}", id).then().body("version", equalTo(4));
    }

    private static Response moveWithKey(String suggestion) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1-00\"")
                .header("Idempotency-Key", "\"" + suggestion + "\"")
                .body("{\"to\": \"APPLIED\"}")
                .post("/v1/change-suggestions/{id}/transitions", suggestion);
    }

    @Test
    void is_applied_once_when_two_review_at_once() throws Exception {
        for (int i = 0; i < 5; i++) {
            var id = active("Institut convoité " + i);
            var suggestion = pending(somebody("convoitée"), id, 3, MOVE);
            var tag = get(Tokens.networkAdmin(), suggestion).header("ETag");
            Callable<Integer> apply = () ->
                    move(Tokens.networkAdmin(), suggestion, "APPLIED", tag).statusCode();
            Callable<Integer> discard = () ->
                    move(Tokens.networkAdmin(), suggestion, "DISCARDED", tag).statusCode();

            var both = List.of(apply, i % 2 == 0 ? apply : discard);
            assertThat(Contention.over(database, "change_suggestion", suggestion, both))
                    .containsExactlyInAnyOrder(200, 412);

            boolean applied = get(Tokens.networkAdmin(), suggestion)
                    .<String>path("status")
                    .equals("APPLIED");
            anonymous().get("/v1/institutes/{id}", id).then().body("version", equalTo(applied ? 4 : 3));
        }
    }

    @Test
    void loses_nothing_when_the_institute_changes_at_the_same_time() throws Exception {
        for (int i = 0; i < 5; i++) {
            var id = active("Institut agité " + i);
            var suggestion = pending(somebody("agitée"), id, 3, MOVE);
            Callable<Integer> apply =
                    () -> move(Tokens.networkAdmin(), suggestion, "APPLIED").statusCode();
            Callable<Integer> change =
                    () -> change(id, "{\"region\": \"MA-09\"}").statusCode();

            var statuses = Contention.over(database, "institute", id, List.of(apply, change));

            // Either the change came first and the suggestion collides, or it came second, knowing nothing of it.
            assertThat(statuses.getLast()).isEqualTo(200);
            anonymous()
                    .get("/v1/institutes/{id}", id)
                    .then()
                    .body("region", equalTo("MA-09"))
                    .body("version", equalTo(statuses.getFirst() == 200 ? 5 : 4));
        }
    }

    private void merge(String id, String successor) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update institute set status = 'MERGED', successor_id = ? where id = ?")) {
            update.setString(1, successor);
            update.setString(2, id);
            update.executeUpdate();
        }
    }
}
