package ma.jazari.institutes.merge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.institutes.merge.MergeFixture.aDomain;
import static ma.jazari.institutes.merge.MergeFixture.active;
import static ma.jazari.institutes.merge.MergeFixture.antenna;
import static ma.jazari.institutes.merge.MergeFixture.body;
import static ma.jazari.institutes.merge.MergeFixture.changes;
import static ma.jazari.institutes.merge.MergeFixture.competencies;
import static ma.jazari.institutes.merge.MergeFixture.competency;
import static ma.jazari.institutes.merge.MergeFixture.draft;
import static ma.jazari.institutes.merge.MergeFixture.dryRun;
import static ma.jazari.institutes.merge.MergeFixture.etag;
import static ma.jazari.institutes.merge.MergeFixture.infrastructure;
import static ma.jazari.institutes.merge.MergeFixture.merge;
import static ma.jazari.institutes.merge.MergeFixture.merging;
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
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What a merge does, what it refuses, and what is found at the old address afterwards. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MergeResourceTest {

    @Test
    void moves_what_belongs_to_the_source_and_counts_nothing_twice() throws Exception {
        var source = active("Institut absorbé");
        var successor = active("Institut absorbant");
        var child = antenna("Antenne transmise", source);
        var related = active("Institut fédéré");
        var both = active("Institut fédéré aux deux");
        var vision = competency(source, "computer-vision", "RESEARCH", 12);
        competency(source, "arabic-nlp", "TEACHING", 4);
        competency(successor, "arabic-nlp", "TEACHING", 9);
        var solution = solution(source);
        var infrastructure = infrastructure(source);
        relate(source, "FEDERATED_WITH", "FEDERATED_WITH", related);
        relate(source, "FEDERATED_WITH", "FEDERATED_WITH", both);
        relate(successor, "FEDERATED_WITH", "FEDERATED_WITH", both);
        relate(successor, "FEDERATED_WITH", "FEDERATED_WITH", source);

        merge(source, successor)
                .then()
                .statusCode(200)
                .body("id", equalTo(source))
                .body("status", equalTo("MERGED"))
                .body("successorId", equalTo(successor))
                .body("availableTransitions", contains("ACTIVE"));

        assertThat(competencies(successor)).containsExactly("arabic-nlp TEACHING 9", "computer-vision RESEARCH 12");
        assertThat(competencies(source)).isEmpty();
        assertThat(rows("select id from institute_competency where institute_id = '" + successor + "'"))
                .contains(vision);
        assertThat(rows("select institute_id from institute_solution where id = '" + solution + "'"))
                .containsExactly(successor);
        assertThat(rows("select institute_id from institute_infrastructure where id = '" + infrastructure + "'"))
                .containsExactly(successor);
        assertThat(relationships(successor))
                .containsExactlyInAnyOrder(
                        "FEDERATED_WITH " + related, "FEDERATED_WITH " + both, "PREDECESSOR " + source);
        assertThat(relationships(source)).containsExactly("SUCCESSOR " + successor);
        assertThat(relationships(related)).containsExactly("FEDERATED_WITH " + successor);
        assertThat(relationships(both)).containsExactly("FEDERATED_WITH " + successor);
        read(child).then().body("parentId", equalTo(successor));
        assertThat(changes(source, 3)).containsExactly("institute.merged");
        assertThat(changes(successor, 3)).containsExactly("institute.absorbed");
        for (var other : List.of(child, related, both)) {
            assertThat(changes(other, 3)).containsExactly("institute.updated");
        }
        var history = anonymous().get("/v1/institutes/{id}/history", source);
        history.then().body("items.reason", hasItem("one team"));
        assertThat(HashChain.holds(history.asString())).isTrue();
    }

    @Test
    void keeps_the_names_domains_and_ids_findable_at_the_successor() {
        var domain = aDomain();
        var source = active(
                "Institut nommé",
                """
                , "domains": ["%s"], "links": [{"type": "WEBSITE", "url": "https://%s"}],
                  "externalIds": [{"scheme": "WIKIDATA", "value": "Q%s", "preferred": true}]
                """
                        .formatted(domain, domain, Math.floorMod(domain.hashCode(), 1_000_000) + 1));
        patch(
                        source,
                        """
                        {"names": [{"value": "Institut nommé", "lang": "fr", "type": "DISPLAY"},
                                   {"value": "معهد مسمى", "lang": "ar", "type": "OFFICIAL"},
                                   {"value": "INM", "lang": "fr", "type": "ACRONYM"},
                                   {"value": "Vieux nom", "lang": "fr", "type": "FORMER"}]}
                        """)
                .then()
                .statusCode(200);
        var successor = active("Institut renommé");

        merge(source, successor).then().statusCode(200).body("domains", contains(domain));

        read(successor)
                .then()
                .body("names.value", contains("Institut renommé", "Institut nommé", "معهد مسمى", "INM"))
                .body("names.type", contains("DISPLAY", "ALIAS", "ALIAS", "ACRONYM"))
                .body("domains", contains(domain))
                .body("links.url", contains("https://" + domain))
                .body("externalIds.scheme", contains("WIKIDATA"))
                .body("externalIds[0].preferred", equalTo(null));
        patch(active("Institut tiers"), "{\"domains\": [\"" + domain + "\"]}")
                .then()
                .statusCode(409)
                .body("instituteId", equalTo(successor));
    }

    @Test
    void shows_what_a_merge_would_do_and_changes_nothing() throws Exception {
        var domain = aDomain();
        var source = active("Institut à l'essai", ", \"domains\": [\"" + domain + "\"]");
        var successor = active("Institut d'essai");
        var child = antenna("Antenne d'essai", source);
        var related = active("Institut lié à l'essai");
        var moved = competency(source, "robotics", "APPLIED", 2);
        var dropped = competency(source, "arabic-nlp", "TEACHING", 4);
        competency(successor, "arabic-nlp", "TEACHING", 9);
        var solution = solution(source);
        var link = relate(source, "HOSTED_BY", "HOSTS", related);
        var before = everything();

        dryRun(source, successor)
                .then()
                .statusCode(200)
                .body("source.status", equalTo("MERGED"))
                .body("source.successorId", equalTo(successor))
                .body("source.availableTransitions", contains("ACTIVE"))
                .body("successor.names.value", contains("Institut d'essai", "Institut à l'essai"))
                .body("successor.domains", contains(domain))
                .body("moves.children", contains(child))
                .body("moves.competencies.id", contains(moved))
                .body("moves.competencies.field", contains("robotics"))
                .body("moves.solutions", contains(solution))
                .body("moves.infrastructure", empty())
                .body("moves.relationships.id", contains(link))
                .body("moves.relationships.instituteId", contains(related))
                .body("dropped.id", contains(dropped))
                .body("dropped[0].reason", containsString("same field and level"))
                .body("names.value", contains("Institut à l'essai"))
                .body("domains", contains(domain))
                .body("externalIds", empty());

        assertThat(everything()).isEqualTo(before);
        read(source).then().statusCode(200).body("status", equalTo("ACTIVE")).body("version", equalTo(3));
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", etag(source))
                .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .body(merging(successor))
                .post("/v1/institutes/{id}/transitions?dryRun=true", source)
                .then()
                .statusCode(200);
        assertThat(everything()).isEqualTo(before);
        as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"SUSPENDED\", \"reason\": \"x\"}")
                .post("/v1/institutes/{id}/transitions?dryRun=true", source)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("dryRun"));
    }

    @Test
    void refuses_what_is_no_merge() {
        var source = active("Institut réticent");
        var successor = active("Institut avide");
        var draft = draft(body("INSTITUTE", "Institut en projet", ""));

        transition(source, "*", "{\"to\": \"MERGED\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason", "/successorId"));
        transition(source, "*", "{\"to\": \"MERGED\", \"reason\": \"x\", \"successorId\": \"j4k7xq237\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/successorId"));
        transition(source, "*", "{\"to\": \"SUSPENDED\", \"reason\": \"x\", \"successorId\": \"" + successor + "\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/successorId"));
        transition(source, "*", merging("j4k7xq236"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/successorId"));
        transition(source, "*", merging(source))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/successorId"));
        transition(source, "*", merging(draft)).then().statusCode(409).body("detail", containsString("DRAFT"));
        transition(source, "\"1\"", merging(successor)).then().statusCode(412);
        transition(draft, "*", merging(successor)).then().statusCode(409).body("allowed", contains("PENDING"));
        transition(root(), "*", merging(successor)).then().statusCode(409).body("allowed", empty());
        transition("j4k7xq236", "*", merging(successor)).then().statusCode(404);
        transition("nonsense", "*", merging(successor)).then().statusCode(400);
        read(source).then().body("status", equalTo("ACTIVE")).body("version", equalTo(3));
    }

    @Test
    void is_for_the_network_administrator_alone() {
        var source = active("Institut gardé");
        var successor = active("Institut gardien");

        asAdminOf(source, source, successor).then().statusCode(409).body("allowed", empty());
        asAdminOf(successor, source, successor).then().statusCode(403);
        anonymous()
                .contentType(ContentType.JSON)
                .body(merging(successor))
                .post("/v1/institutes/{id}/transitions", source)
                .then()
                .statusCode(401);
        read(source).then().body("availableTransitions", contains("SUSPENDED", "CLOSED", "MERGED"));
        as(Tokens.instituteAdmin(source))
                .get("/v1/institutes/{id}", source)
                .then()
                .body("availableTransitions", empty());
        merge(source, successor).then().statusCode(200);
        asAdminOf(source, source, successor).then().statusCode(409).body("successorId", equalTo(successor));
        as(Tokens.instituteAdmin(source))
                .get("/v1/institutes/{id}?redirect=false", source)
                .then()
                .body("availableTransitions", empty());
    }

    @Test
    void lifts_a_successor_that_stood_below_to_the_place_of_the_source() {
        var source = active("Institut du haut");
        var middle = antenna("Antenne du milieu", source);
        var successor = antenna("Antenne du bas", middle);
        var draft = draft(body("ANTENNA", "Antenne en projet", ", \"parentId\": \"" + source + "\""));

        merge(source, successor).then().statusCode(200);

        read(successor).then().body("parentId", equalTo(root())).body("status", equalTo("ACTIVE"));
        read(middle).then().body("parentId", equalTo(successor));
        read(draft).then().body("parentId", equalTo(successor)).body("version", equalTo(2));
        read(source).then().body("parentId", equalTo(root()));
    }

    @Test
    void leaves_history_between_those_that_have_ended() throws Exception {
        var source = active("Institut historique");
        var successor = active("Institut moderne");
        var closed = active("Institut fermé");
        var heir = active("Institut héritier");
        move(closed, "CLOSED").then().statusCode(200);
        relate(source, "PREDECESSOR", "SUCCESSOR", closed);
        relate(source, "SUCCESSOR", "PREDECESSOR", heir);

        merge(source, successor).then().statusCode(200);

        assertThat(relationships(source))
                .containsExactlyInAnyOrder("PREDECESSOR " + closed, "SUCCESSOR " + heir, "SUCCESSOR " + successor);
        assertThat(relationships(successor)).containsExactly("PREDECESSOR " + source);
        assertThat(relationships(heir)).containsExactly("PREDECESSOR " + source);
        assertThat(version(closed)).isEqualTo(4);
        assertThat(version(heir)).isEqualTo(3);
    }

    @Test
    void redirects_the_old_address_for_good_and_keeps_the_record_readable() {
        var source = active("Institut déménagé");
        var before = anonymous().get("/v1/institutes/{id}", source).<String>path("updatedAt");
        var successor = active("Institut d'accueil");
        merge(source, successor).then().statusCode(200);

        var answer = anonymous().redirects().follow(false).get("/v1/institutes/{id}?lang=ar&fields=id", source);

        answer.then()
                .statusCode(308)
                .header("Location", equalTo("/v1/institutes/" + successor + "?lang=ar&fields=id"))
                .header("Cache-Control", equalTo("no-cache"));
        assertThat(answer.asString()).isEmpty();
        anonymous()
                .redirects()
                .follow(false)
                .head("/v1/institutes/{id}", source)
                .then()
                .statusCode(308);
        anonymous().get("/v1/institutes/{id}", source).then().statusCode(200).body("id", equalTo(successor));
        anonymous()
                .get("/v1/institutes/{id}?redirect=false", source)
                .then()
                .statusCode(200)
                .body("id", equalTo(source))
                .body("displayName", equalTo("Institut déménagé"))
                .body("successorId", equalTo(successor))
                .body("availableTransitions", empty());
        anonymous().get("/v1/institutes/{id}?redirect=maybe", source).then().statusCode(400);
        anonymous()
                .get("/v1/institutes/{id}?asOf={at}", source, before)
                .then()
                .statusCode(200)
                .body("id", equalTo(source))
                .body("status", equalTo("ACTIVE"));
        anonymous()
                .get("/v1/institutes/{id}/history", source)
                .then()
                .statusCode(200)
                .body("items.type", contains("institute.activated", "institute.merged"));
        anonymous()
                .get("/v1/institutes?ids={id}&status=MERGED", source)
                .then()
                .body("items.id", contains(source))
                .body("items.successorId", contains(successor));
        as(Tokens.networkAdmin())
                .get("/v1/institutes?ids={a},{b}", source, successor)
                .then()
                .body("items.find { it.id == '" + source + "' }.availableTransitions", contains("ACTIVE"));
        patch(source, "{\"region\": \"MA-01\"}").then().statusCode(409).body("successorId", equalTo(successor));
    }

    @Test
    void refuses_a_successor_that_would_not_fit_into_a_record() {
        var source = active("Institut aux domaines", ", \"domains\": " + domains(12));
        var successor = active("Institut aux domaines aussi", ", \"domains\": " + domains(12));

        merge(source, successor)
                .then()
                .statusCode(409)
                .body("detail", containsString("/domains"))
                .body("limits.pointer", contains("/domains"));
        dryRun(source, successor).then().statusCode(409);
        read(source).then().body("status", equalTo("ACTIVE"));
    }

    @Test
    void tells_of_both_ids_in_messages_that_keep_to_their_schema() throws Exception {
        var source = active("Institut annoncé");
        var successor = active("Institut annonceur");
        competency(source, "robotics", "APPLIED", 2);
        merge(source, successor).then().statusCode(200);

        var merged = message(source, "ma.jazari.institute.merged.v1");
        var absorbed = message(successor, "ma.jazari.institute.absorbed.v1");

        assertThat(MessageSchema.violations(merged)).isEmpty();
        assertThat(MessageSchema.violations(absorbed)).isEmpty();
        assertThat(json(merged).path("id").asText()).isEqualTo(source);
        assertThat(json(merged).path("status").asText()).isEqualTo("MERGED");
        assertThat(json(merged).path("successorId").asText()).isEqualTo(successor);
        assertThat(json(merged).has("competencies")).isFalse();
        assertThat(json(absorbed).path("relationships")).anySatisfy(link -> assertThat(
                        link.path("type").asText() + " " + link.path("id").asText())
                .isEqualTo("PREDECESSOR " + source));
        assertThat(json(absorbed).path("competencies")).hasSize(1);
    }

    @Test
    void merges_once_when_the_same_record_is_merged_twice_at_once() throws Exception {
        for (int i = 0; i < 5; i++) {
            var source = active("Institut partagé " + i);
            var one = active("Institut preneur " + i);
            var two = active("Institut voleur " + i);

            var answers =
                    atOnce(() -> transition(source, "*", merging(one)), () -> transition(source, "*", merging(two)));

            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
            assertThat(changes(source, 3)).containsExactly("institute.merged");
            assertThat(rows("select id from institute_merge where source_id = '" + source + "'"))
                    .hasSize(1);
        }
    }

    @Test
    void lets_one_win_when_two_are_merged_into_each_other_at_once() throws Exception {
        for (int i = 0; i < 5; i++) {
            var one = active("Institut duelliste " + i);
            var two = active("Institut rival " + i);

            var answers = atOnce(() -> transition(one, "*", merging(two)), () -> transition(two, "*", merging(one)));

            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
            assertThat(List.of(read(one).<String>path("status"), read(two).<String>path("status")))
                    .containsExactlyInAnyOrder("ACTIVE", "MERGED");
        }
    }

    @Test
    void leaves_no_child_behind_that_came_at_the_same_time() throws Exception {
        for (int i = 0; i < 5; i++) {
            var source = active("Institut pressé " + i);
            var successor = active("Institut patient " + i);
            var stray = active("Institut errant " + i);

            var answers = atOnce(
                    () -> transition(source, "*", merging(successor)),
                    () -> patch(stray, "{\"parentId\": \"" + source + "\"}"));

            assertThat(answers).extracting(Response::statusCode).allMatch(status -> status == 200 || status == 409);
            var parent = read(stray).<String>path("parentId");
            assertThat(read(parent).<String>path("status")).isEqualTo("ACTIVE");
        }
    }

    @Test
    void carries_a_merge_out_once_for_one_key() {
        var source = active("Institut répété");
        var successor = active("Institut répétiteur");
        var key = "\"" + UUID.randomUUID() + "\"";
        var tag = etag(source);

        var first = mergeWith(key, tag, source, successor);
        var second = mergeWith(key, tag, source, successor);

        first.then().statusCode(200);
        second.then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        assertThat(second.asString()).isEqualTo(first.asString());
        read(source).then().body("version", equalTo(4)).body("successorId", not(equalTo(null)));
    }

    private static Response mergeWith(String key, String tag, String source, String successor) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .header("Idempotency-Key", key)
                .body(merging(successor))
                .post("/v1/institutes/{id}/transitions", source);
    }

    private static Response asAdminOf(String own, String source, String successor) {
        return as(Tokens.instituteAdmin(own))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(merging(successor))
                .post("/v1/institutes/{id}/transitions", source);
    }

    private static String domains(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + aDomain() + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<String> everything() throws Exception {
        return rows(
                """
                select concat_ws('/', (select count(*) from change_log), (select count(*) from institute_merge),
                    (select md5(string_agg(i::text, '' order by id)) from institute i),
                    (select md5(string_agg(c::text, '' order by id)) from institute_competency c),
                    (select md5(string_agg(r::text, '' order by id)) from institute_relationship r),
                    (select md5(string_agg(k::text, '' order by kind, value)) from institute_key k))
                """);
    }

    private static List<Response> atOnce(Callable<Response> one, Callable<Response> two) throws Exception {
        try (var clients = Executors.newFixedThreadPool(2)) {
            return clients.invokeAll(List.of(one, two)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }

    private static ConsumerRecord<String, byte[]> message(String id, String type) {
        return await().atMost(20, SECONDS)
                .until(
                        () -> TopicReader.messages("jazari.institutes", id).stream()
                                .filter(message -> TopicReader.header(message, "ce_type")
                                        .orElse("")
                                        .equals(type))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> message) throws Exception {
        return new ObjectMapper().readTree(new String(message.value(), StandardCharsets.UTF_8));
    }
}
