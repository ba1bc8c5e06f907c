package ma.jazari.institutes.institute;

import static ma.jazari.institutes.institute.InstituteFixture.active;
import static ma.jazari.institutes.institute.InstituteFixture.body;
import static ma.jazari.institutes.institute.InstituteFixture.create;
import static ma.jazari.institutes.institute.InstituteFixture.draft;
import static ma.jazari.institutes.institute.InstituteFixture.etag;
import static ma.jazari.institutes.institute.InstituteFixture.move;
import static ma.jazari.institutes.institute.InstituteFixture.patch;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** The rules that always hold, each with somebody who tries to break it, alone or together with others. */
@QuarkusTest
@WithTestResource(RealParts.class)
class InstituteRulesTest {

    @Inject
    AgroalDataSource database;

    @Test
    void has_one_root_whoever_asks_for_another_and_however_many_at_once() throws Exception {
        InstituteFixture.root();

        var answers = atOnce(IntStream.range(0, 6)
                .<Callable<Response>>mapToObj(i -> () -> create(body("ROOT", "Racine concurrente " + i, ""), true))
                .toList());

        assertThat(answers).containsOnly(409);
        assertThatThrownBy(() -> execute("update institute set kind = 'ROOT', parent_id = null where id = '"
                        + draft("Fausse racine") + "'"))
                .hasMessageContaining("institute_one_root");
    }

    @Test
    void never_has_an_active_institute_under_one_that_is_closed_at_the_same_time() throws Exception {
        for (int i = 0; i < 6; i++) {
            var upper = active("Institut fermant " + i);
            var lower = create(body("ANTENNA", "Antenne naissante " + i, ", \"parentId\": \"" + upper + "\""))
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("id");
            move(lower, "PENDING").then().statusCode(200);

            var answers = atOnce(List.of(() -> move(upper, "CLOSED"), () -> move(lower, "ACTIVE")));

            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void refuses_in_the_database_what_the_service_would_refuse() {
        var id = draft("Institut contraint");

        for (var forged : List.of(
                "region = 'MA-13'",
                "missions = '{}'",
                "parent_id = id",
                "id = 'j4k7xq23l'",
                "status = 'MERGED'",
                "successor_id = id, status = 'MERGED'",
                "status = 'ACTIVE', parent_id = null")) {
            assertThatThrownBy(() -> execute("update institute set " + forged + " where id = '" + id + "'"))
                    .as(forged)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("violates check constraint");
        }
    }

    @Test
    void keeps_names_composed_trimmed_and_one_display_name_per_language() {
        create(
                        """
                        {"kind": "INSTITUTE", "missions": ["TRAINING"], "region": "MA-09",
                         "names": [{"value": "  E\u0301cole Compose\u0301e  ", "lang": "fr", "type": "DISPLAY"}]}
                        """)
                .then()
                .statusCode(201)
                .body("names[0].value", equalTo("\u00c9cole Compos\u00e9e"));
        create(
                        """
                        {"kind": "INSTITUTE", "missions": ["TRAINING"], "region": "MA-09",
                         "names": [{"value": "Un", "lang": "fr", "type": "DISPLAY"},
                                   {"value": "Deux", "lang": "fr", "type": "DISPLAY"}]}
                        """)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/names/1"));
        create(
                        """
                        {"kind": "INSTITUTE", "missions": ["TRAINING"], "region": "MA-09",
                         "names": [{"value": "English only", "lang": "en", "type": "DISPLAY"}]}
                        """)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("fr or ar"));
    }

    @Test
    void lets_nobody_but_the_network_administrator_admit_reject_suspend_or_close() {
        var id = active("Institut gouverné");
        var own = Tokens.instituteAdmin(id);

        for (var to : List.of("SUSPENDED", "CLOSED")) {
            assertThat(transition(own, id, to)).as(to).isEqualTo(409);
            assertThat(transition(Tokens.auditor(), id, to)).as(to).isEqualTo(403);
            assertThat(transition(Tokens.instituteAdmin("j00000098"), id, to))
                    .as(to)
                    .isEqualTo(403);
        }
        var draft = draft("Institut candidat");
        var candidate = Tokens.instituteAdmin(draft);
        assertThat(transition(candidate, draft, "PENDING")).isEqualTo(200);
        assertThat(transition(candidate, draft, "ACTIVE")).isEqualTo(409);
        assertThat(transition(candidate, draft, "REJECTED")).isEqualTo(409);
    }

    @Test
    void carries_out_one_of_two_moves_that_are_made_at_once() throws Exception {
        for (int i = 0; i < 4; i++) {
            var id = active("Institut tiraillé " + i);

            var answers = atOnce(List.of(() -> move(id, "SUSPENDED"), () -> move(id, "CLOSED")));

            // The second either comes too late, or finds a state from which it is still open.
            assertThat(answers).contains(200);
            var versions = anonymous().get("/v1/institutes/{id}", id).<Integer>path("version");
            assertThat(versions)
                    .isEqualTo(3
                            + (int) answers.stream()
                                    .filter(status -> status == 200)
                                    .count());
        }
    }

    @Test
    void chains_the_history_without_a_gap_whoever_writes_at_once() throws Exception {
        var id = active("Institut très écrit");
        var regions =
                IntStream.rangeClosed(1, 12).mapToObj("MA-%02d"::formatted).toList();

        var answers = atOnce(regions.stream()
                .<Callable<Response>>map(
                        region -> () -> patch(Tokens.networkAdmin(), id, "*", "{\"region\": \"" + region + "\"}"))
                .toList());

        assertThat(answers).containsOnly(200);
        var history = as(Tokens.networkAdmin()).get("/v1/institutes/{id}/history?limit=200", id);
        assertThat(HashChain.holds(history.asString())).isTrue();
        var versions = history.<List<Integer>>path("items.version");
        assertThat(versions)
                .isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
        assertThat(history.<List<String>>path("items.actor.name")).doesNotContainNull();
    }

    @Test
    void keeps_the_reason_of_a_change_in_the_history() {
        var id = active("Institut motivé");

        as(Tokens.networkAdmin())
                .contentType("application/merge-patch+json")
                .header("If-Match", etag(id))
                .body("{\"region\": \"MA-07\"}")
                .patch("/v1/institutes/{id}?reason=Déménagement", id)
                .then()
                .statusCode(200);

        anonymous().get("/v1/institutes/{id}/history", id).then().body("items[-1].reason", equalTo("Déménagement"));
    }

    private static int transition(String token, String id, String to) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", etag(id))
                .body("{\"to\": \"%s\", \"reason\": \"essai\"}".formatted(to))
                .post("/v1/institutes/{id}/transitions", id)
                .statusCode();
    }

    private static List<Integer> atOnce(List<Callable<Response>> requests) throws Exception {
        try (var clients = Executors.newFixedThreadPool(requests.size())) {
            return clients.invokeAll(requests).stream()
                    .map(answer -> answer.resultNow().statusCode())
                    .toList();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
