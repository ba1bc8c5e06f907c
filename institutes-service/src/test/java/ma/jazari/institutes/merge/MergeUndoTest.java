package ma.jazari.institutes.merge;

import static ma.jazari.institutes.merge.MergeFixture.aDomain;
import static ma.jazari.institutes.merge.MergeFixture.active;
import static ma.jazari.institutes.merge.MergeFixture.antenna;
import static ma.jazari.institutes.merge.MergeFixture.changes;
import static ma.jazari.institutes.merge.MergeFixture.competencies;
import static ma.jazari.institutes.merge.MergeFixture.competency;
import static ma.jazari.institutes.merge.MergeFixture.execute;
import static ma.jazari.institutes.merge.MergeFixture.infrastructure;
import static ma.jazari.institutes.merge.MergeFixture.merge;
import static ma.jazari.institutes.merge.MergeFixture.move;
import static ma.jazari.institutes.merge.MergeFixture.patch;
import static ma.jazari.institutes.merge.MergeFixture.read;
import static ma.jazari.institutes.merge.MergeFixture.relate;
import static ma.jazari.institutes.merge.MergeFixture.relationships;
import static ma.jazari.institutes.merge.MergeFixture.root;
import static ma.jazari.institutes.merge.MergeFixture.rows;
import static ma.jazari.institutes.merge.MergeFixture.solution;
import static ma.jazari.institutes.merge.MergeFixture.transition;
import static ma.jazari.institutes.merge.MergeFixture.version;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** What a merge that is taken back leaves behind, and when it cannot be taken back any more. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MergeUndoTest {

    @Test
    void puts_everything_back_where_it_was() throws Exception {
        var domain = aDomain();
        var source = active("Institut revenu", ", \"domains\": [\"" + domain + "\"]");
        var successor = active("Institut quitté");
        var child = antenna("Antenne revenue", source);
        var related = active("Institut relié");
        var both = active("Institut relié aux deux");
        competency(source, "computer-vision", "RESEARCH", 12);
        competency(source, "arabic-nlp", "TEACHING", 4);
        competency(successor, "arabic-nlp", "TEACHING", 9);
        var solution = solution(source);
        var infrastructure = infrastructure(source);
        relate(source, "HOSTED_BY", "HOSTS", related);
        relate(source, "FEDERATED_WITH", "FEDERATED_WITH", both);
        relate(successor, "FEDERATED_WITH", "FEDERATED_WITH", both);
        relate(successor, "HOSTS", "HOSTED_BY", source);
        var before =
                List.of(competencies(source), relationships(source), relationships(successor), relationships(both));
        merge(source, successor).then().statusCode(200);

        undo(source)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("$", not(hasKey("successorId")))
                .body("availableTransitions", contains("SUSPENDED", "CLOSED", "MERGED"));

        assertThat(List.of(competencies(source), relationships(source), relationships(successor), relationships(both)))
                .isEqualTo(before);
        assertThat(competencies(successor)).containsExactly("arabic-nlp TEACHING 9");
        assertThat(relationships(related)).containsExactly("HOSTS " + source);
        assertThat(rows("select institute_id from institute_solution where id = '" + solution
                        + "' union all select institute_id from institute_infrastructure where id = '" + infrastructure
                        + "'"))
                .containsExactly(source, source);
        read(child).then().body("parentId", equalTo(source));
        read(successor).then().body("names.value", contains("Institut quitté")).body("domains", empty());
        assertThat(rows("select institute_id from institute_key where value = '" + domain + "'"))
                .containsExactly(source);
        assertThat(changes(source, 3)).containsExactly("institute.merged", "institute.restored");
        assertThat(changes(successor, 3)).containsExactly("institute.absorbed", "institute.updated");
        for (var other : List.of(child, related, both)) {
            assertThat(changes(other, 3)).containsExactly("institute.updated", "institute.updated");
        }
        anonymous()
                .redirects()
                .follow(false)
                .get("/v1/institutes/{id}", source)
                .then()
                .statusCode(200);
        var history = as(Tokens.networkAdmin()).get("/v1/institutes/{id}/history", source);
        history.then().body("items[4].reason", equalTo("a mistake"));
        assertThat(HashChain.holds(history.asString())).isTrue();
    }

    @Test
    void lifts_a_successor_down_again() {
        var source = active("Institut relevé");
        var middle = antenna("Antenne médiane", source);
        var low = antenna("Antenne basse", middle);
        var successor = antenna("Antenne élevée", low);
        merge(source, successor).then().statusCode(200);
        read(low).then().body("parentId", equalTo(middle));

        undo(source).then().statusCode(200);

        read(middle).then().body("parentId", equalTo(source));
        read(low).then().body("parentId", equalTo(middle)).body("version", equalTo(3));
        read(successor).then().body("parentId", equalTo(low));
        read(source).then().body("parentId", equalTo(root()));
    }

    @Test
    void leaves_what_others_have_changed_since_and_says_so() throws Exception {
        var source = active("Institut modifié");
        var successor = active("Institut modifiant");
        var elsewhere = active("Institut ailleurs");
        var child = antenna("Antenne partie", source);
        var gone = competency(source, "robotics", "APPLIED", 2);
        var related = active("Institut fermé depuis");
        var link = relate(source, "FEDERATED_WITH", "FEDERATED_WITH", related);
        merge(source, successor).then().statusCode(200);
        patch(child, "{\"parentId\": \"" + elsewhere + "\"}").then().statusCode(200);
        execute("delete from institute_competency where id = '" + gone + "'");
        // Past the registry, which closes nothing that others are linked to.
        execute("update institute set status = 'CLOSED' where id = '" + related + "'");
        patch(
                        successor,
                        """
                        {"names": [{"value": "Institut modifiant", "lang": "en", "type": "DISPLAY"},
                                   {"value": "Institut modifié", "lang": "fr", "type": "ALIAS"}]}
                        """)
                .then()
                .statusCode(200);

        undo(source).then().statusCode(200);

        read(child).then().body("parentId", equalTo(elsewhere));
        // Without it the successor would have no name in French or Arabic.
        read(successor).then().body("names.value", contains("Institut modifiant", "Institut modifié"));
        assertThat(relationships(related)).containsExactly("FEDERATED_WITH " + successor);
        as(Tokens.networkAdmin())
                .get("/v1/institutes/{id}/history", source)
                .then()
                .body("items[4].type", equalTo("institute.restored"))
                .body("items[4].reason", containsString("a mistake"))
                .body("items[4].reason", containsString("institute " + child))
                .body("items[4].reason", containsString("competency " + gone))
                .body("items[4].reason", containsString("relationship " + link));
        execute("update institute set status = 'ACTIVE' where id = '" + related + "'");
    }

    @Test
    void closes_no_cycle_with_what_was_moved_since() {
        var parent = active("Institut tournant");
        var source = antenna("Antenne tournante", parent);
        var child = antenna("Antenne au bout", source);
        var successor = active("Institut pivot");
        merge(source, successor).then().statusCode(200);
        patch(parent, "{\"parentId\": \"" + child + "\"}").then().statusCode(200);

        undo(source).then().statusCode(200);

        read(source).then().body("parentId", equalTo(parent));
        read(child).then().body("parentId", equalTo(successor));
    }

    @Test
    void goes_back_to_the_state_that_it_was_in_and_no_other() {
        var source = active("Institut suspendu");
        var successor = active("Institut en marche");
        move(source, "SUSPENDED").then().statusCode(200);
        merge(source, successor).then().statusCode(200).body("availableTransitions", contains("SUSPENDED"));

        undo(source).then().statusCode(409).body("allowed", contains("SUSPENDED"));
        move(source, "CLOSED").then().statusCode(409).body("allowed", contains("SUSPENDED"));
        merge(source, successor).then().statusCode(409);
        transition(source, "\"1\"", "{\"to\": \"SUSPENDED\", \"reason\": \"x\"}")
                .then()
                .statusCode(412);
        move(source, "SUSPENDED").then().statusCode(200).body("status", equalTo("SUSPENDED"));
    }

    @Test
    void is_impossible_while_its_heir_is_closed() throws Exception {
        var source = active("Institut revenant");
        var successor = active("Institut accueillant");
        var heir = active("Institut héritier");
        relate(source, "SUCCESSOR", "PREDECESSOR", heir);
        merge(source, successor).then().statusCode(200);
        move(heir, "CLOSED").then().statusCode(200);

        undo(source).then().statusCode(409).body("detail", containsString(heir));
    }

    @Test
    void is_impossible_once_the_former_parent_has_ended() {
        var parent = active("Institut éphémère");
        var source = antenna("Antenne orpheline", parent);
        var successor = active("Institut adoptif");
        merge(source, successor).then().statusCode(200);
        move(parent, "CLOSED").then().statusCode(200);

        undo(source)
                .then()
                .statusCode(409)
                .body("detail", containsString("CLOSED"))
                .body("parentId", equalTo(parent));

        read(source).then().body("status", equalTo("MERGED"));
    }

    @Test
    void is_impossible_once_a_third_has_taken_its_domain() {
        var domain = aDomain();
        var source = active("Institut spolié", ", \"domains\": [\"" + domain + "\"]");
        var successor = active("Institut généreux");
        merge(source, successor).then().statusCode(200);
        patch(successor, "{\"domains\": []}").then().statusCode(200);
        var third = active("Institut profiteur", ", \"domains\": [\"" + domain + "\"]");

        undo(source)
                .then()
                .statusCode(409)
                .body("detail", containsString(domain))
                .body("instituteId", equalTo(third));

        read(source).then().body("status", equalTo("MERGED"));
        patch(third, "{\"domains\": []}").then().statusCode(200);
        undo(source).then().statusCode(200).body("domains", contains(domain));
    }

    @Test
    void follows_a_chain_to_its_end_and_takes_it_back_from_there() {
        var first = active("Institut premier");
        var second = active("Institut deuxième");
        var third = active("Institut troisième");
        merge(first, second).then().statusCode(200);
        merge(second, third).then().statusCode(200);

        anonymous()
                .redirects()
                .follow(false)
                .get("/v1/institutes/{id}", first)
                .then()
                .statusCode(308)
                .header("Location", equalTo("/v1/institutes/" + third));
        read(first).then().body("successorId", equalTo(second)).body("availableTransitions", empty());
        undo(first).then().statusCode(409).body("detail", containsString(third)).body("successorId", equalTo(third));

        undo(second).then().statusCode(200);
        read(first).then().body("availableTransitions", contains("ACTIVE"));
        undo(first).then().statusCode(200);
        for (var id : List.of(first, second, third)) {
            read(id).then().body("status", equalTo("ACTIVE"));
        }
        read(third).then().body("names.value", contains("Institut troisième"));
    }

    @Test
    void happens_once_when_two_ask_at_once() throws Exception {
        var source = active("Institut convoité");
        var successor = active("Institut convoiteur");
        merge(source, successor).then().statusCode(200);
        var tag = MergeFixture.etag(source);
        Callable<Response> undo = () -> transition(source, tag, "{\"to\": \"ACTIVE\", \"reason\": \"a mistake\"}");

        List<Integer> statuses;
        try (var clients = Executors.newFixedThreadPool(2)) {
            statuses = clients.invokeAll(List.of(undo, undo)).stream()
                    .map(answer -> answer.resultNow().statusCode())
                    .toList();
        }

        assertThat(statuses).contains(200).containsAnyOf(409, 412);
        assertThat(version(source)).isEqualTo(5);
        merge(source, successor).then().statusCode(200);
        undo(source).then().statusCode(200);
    }

    private static Response undo(String source) {
        return transition(source, "*", "{\"to\": \"ACTIVE\", \"reason\": \"a mistake\"}");
    }
}
