package ma.jazari.partnerships.partnermerge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.partner.PartnerFixture.create;
import static ma.jazari.partnerships.partner.PartnerFixture.created;
import static ma.jazari.partnerships.partner.PartnerFixture.partner;
import static ma.jazari.partnerships.partner.PartnerFixture.patch;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.jazari.partnerships.partner.PartnerSuccessions;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class PartnerTransitionTest {

    @Inject
    PartnerSuccessions successions;

    @Test
    void moves_a_partner_out_of_use_and_back_and_logs_each_move() {
        var id = activePartner("Université en pause");
        as(Tokens.networkAdmin())
                .get("/v1/partners/{id}", id)
                .then()
                .body("availableTransitions", contains("INACTIVE", "MERGED"));
        anonymous().get("/v1/partners/{id}", id).then().body("availableTransitions", empty());

        move(id, "\"1-x\"", "{\"to\": \"INACTIVE\"}").then().statusCode(412);
        move(id, etag(id), "{\"to\": \"INACTIVE\", \"reason\": \"Closed for works\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("INACTIVE"))
                .body("version", equalTo(2))
                .body("availableTransitions", contains("ACTIVE", "MERGED"));
        move(id, etag(id), "{\"to\": \"INACTIVE\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/move-not-allowed"))
                .body("allowed", contains("ACTIVE", "MERGED"));
        move(id, etag(id), "{\"to\": \"ACTIVE\"}").then().statusCode(200).body("status", equalTo("ACTIVE"));

        var history = anonymous().get("/v1/partners/{id}/history", id);
        history.then().body("items.type", contains("partner.created", "partner.deactivated", "partner.activated"));
        history.then().body("items[1].reason", equalTo("Closed for works"));
        assertThat(HashChain.holds(history.asString())).isTrue();
    }

    @Test
    void merges_a_partner_and_carries_over_what_the_successor_lacks() {
        var source = created(create(partner("Institut Fusionné", "معهد مدمج", "IFU", "Rabat", "fusion.example.ma")));
        var successor = activePartner("Université Fusionnante");

        move(source, etag(source), merging(successor))
                .then()
                .statusCode(200)
                .body("status", equalTo("MERGED"))
                .body("successorId", equalTo(successor))
                .body("availableTransitions", empty());

        anonymous()
                .get("/v1/partners/{id}", successor)
                .then()
                .body("names.value", contains("Université Fusionnante", "Institut Fusionné", "معهد مدمج", "IFU"))
                .body("names.type", contains("DISPLAY", "ALIAS", "ALIAS", "ACRONYM"))
                .body("domains", contains("fusion.example.ma"))
                .body("version", equalTo(2));
        anonymous()
                .redirects()
                .follow(false)
                .get("/v1/partners/{id}?lang=ar", source)
                .then()
                .statusCode(308)
                .header("Location", endsWith("/v1/partners/" + successor + "?lang=ar"))
                .header("Cache-Control", containsString("no-cache"));
        anonymous()
                .get("/v1/partners/{id}?redirect=false", source)
                .then()
                .statusCode(200)
                .body("id", equalTo(source))
                .body("status", equalTo("MERGED"));
        anonymous().get("/v1/partners?q=institut fusionne").then().body("items.id", hasItem(source));
        anonymous()
                .queryParam("text", "IFU, Rabat, Maroc")
                .get("/v1/partners/match")
                .then()
                .body("items.partner.id", contains(successor));
        patch(Tokens.networkAdmin(), source, "*", "{\"country\": \"SN\"}")
                .then()
                .statusCode(409)
                .body("successorId", equalTo(successor));
        move(source, "*", "{\"to\": \"ACTIVE\"}").then().statusCode(409).body("allowed", empty());
        move(source, "*", merging(activePartner("Troisième"))).then().statusCode(409);
        create(partner("Institut Fusionné", ""))
                .then()
                .statusCode(409)
                .body("candidates.partner.id", contains(successor));
    }

    @Test
    void publishes_a_merge_as_one_change_of_each() {
        var source = activePartner("Institut Annoncé");
        var successor = activePartner("Université Annonçante");
        move(source, etag(source), merging(successor)).then().statusCode(200);

        var messages = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages("jazari.partners", source), found -> found.size() == 2);

        assertThat(TopicReader.header(messages.getLast(), "ce_type")).contains("ma.jazari.partner.merged.v1");
        assertThat(MessageSchema.violations(messages.getLast())).isEmpty();
        for (var id : List.of(source, successor)) {
            assertThat(HashChain.holds(
                            anonymous().get("/v1/partners/{id}/history", id).asString()))
                    .isTrue();
        }
        anonymous()
                .get("/v1/partners/{id}/history", successor)
                .then()
                .body("items.type", contains("partner.created", "partner.absorbed"))
                .body("items[1].reason", equalTo("One team"));
    }

    @Test
    void shows_what_a_merge_would_do_and_changes_nothing() {
        var source = created(create(partner("Institut d'Essai", "معهد التجربة", "IES", "Settat", "essai.example.ma")));
        var successor = activePartner("Université d'Essai");

        move(source, etag(source), merging(successor), "?dryRun=true")
                .then()
                .statusCode(200)
                .body("source.status", equalTo("MERGED"))
                .body("source.successorId", equalTo(successor))
                .body("successor.domains", contains("essai.example.ma"))
                .body("names.value", contains("Institut d'Essai", "معهد التجربة", "IES"))
                .body("domains", contains("essai.example.ma"));

        anonymous()
                .get("/v1/partners/{id}", source)
                .then()
                .body("status", equalTo("ACTIVE"))
                .body("version", equalTo(1));
        anonymous().get("/v1/partners/{id}", successor).then().body("version", equalTo(1));
        move(source, etag(source), "{\"to\": \"INACTIVE\"}", "?dryRun=true")
                .then()
                .statusCode(400);
    }

    @Test
    void follows_a_line_of_merges_to_its_end() {
        var ids = List.of(activePartner("Maillon un"), activePartner("Maillon deux"), activePartner("Maillon trois"));
        move(ids.get(0), "*", merging(ids.get(1))).then().statusCode(200);
        move(ids.get(1), "*", merging(ids.get(2))).then().statusCode(200);

        anonymous()
                .redirects()
                .follow(false)
                .get("/v1/partners/{id}", ids.get(0))
                .then()
                .statusCode(308)
                .header("Location", endsWith(ids.get(2)));
        assertThat(successions.current(ids))
                .containsEntry(ids.get(0), ids.get(2))
                .containsEntry(ids.get(1), ids.get(2))
                .hasSize(2);
        assertThat(successions.withAbsorbed(Set.of(ids.get(2)))).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void lets_who_acts_for_the_successor_act_for_what_it_absorbed() {
        var contacts = ", \"contacts\": [{\"role\": \"DESK\", \"email\": \"desk@example.org\"}]";
        var source = created(create(partner("Institut Hérité", contacts)));
        var successor = activePartner("Université Héritière");
        as(Tokens.partner(successor))
                .get("/v1/partners/{id}/history", source)
                .then()
                .body("items[0].privateChanges", equalTo(null));

        move(source, etag(source), merging(successor)).then().statusCode(200);

        as(Tokens.partner(successor))
                .get("/v1/partners/{id}?redirect=false", source)
                .then()
                .body("contacts", hasSize(1));
        as(Tokens.partner("p00000098"))
                .get("/v1/partners/{id}?redirect=false", source)
                .then()
                .body("contacts", equalTo(null));
    }

    @Test
    void refuses_moves_that_cannot_be() {
        var id = activePartner("Université immobile");
        var inactive = activePartner("Université inactive");
        move(inactive, "*", "{\"to\": \"INACTIVE\"}").then().statusCode(200);

        anonymous()
                .contentType(ContentType.JSON)
                .body("{\"to\": \"INACTIVE\"}")
                .post("/v1/partners/{id}/transitions", id)
                .then()
                .statusCode(401);
        for (var token : List.of(Tokens.auditor(), Tokens.partner(id), Tokens.instituteAdmin("j00000098"))) {
            as(token)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body("{\"to\": \"INACTIVE\"}")
                    .post("/v1/partners/{id}/transitions", id)
                    .then()
                    .statusCode(403);
        }
        move(id, "", "{\"to\": \"INACTIVE\"}").then().statusCode(428);
        move(id, "*", "{\"to\": \"MERGED\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/reason", "/successorId"));
        move(id, "*", "{\"to\": \"INACTIVE\", \"successorId\": \"" + inactive + "\"}")
                .then()
                .statusCode(400);
        move(id, "*", "{\"to\": \"CLOSED\"}").then().statusCode(400).body("errors.pointer", contains("/to"));
        move(id, "*", merging(id)).then().statusCode(400);
        move(id, "*", merging("p5m2c0066")).then().statusCode(400).body("errors.pointer", contains("/successorId"));
        move(id, "*", merging("p5m2c0067")).then().statusCode(400);
        move(id, "*", merging(inactive)).then().statusCode(409).body("detail", containsString("INACTIVE"));
        move("p5m2c0066", "*", merging(id)).then().statusCode(404);
        move("p5m2c0066", "*", "{\"to\": \"INACTIVE\"}").then().statusCode(404);
    }

    @Test
    void carries_a_move_out_once_for_one_idempotency_key() {
        var id = activePartner("Université rejouée");
        var key = "\"" + UUID.randomUUID() + "\"";
        var tag = etag(id);

        for (int i = 0; i < 2; i++) {
            as(Tokens.networkAdmin())
                    .contentType(ContentType.JSON)
                    .header("If-Match", tag)
                    .header("Idempotency-Key", key)
                    .body("{\"to\": \"INACTIVE\"}")
                    .post("/v1/partners/{id}/transitions", id)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
        }
    }

    /** Each into the next in a circle, all at once: whatever comes first, nobody may be left without an end. */
    @Test
    void never_closes_a_circle_of_merges() throws Exception {
        var ids = IntStream.range(0, 4)
                .mapToObj(i -> activePartner("Cercle " + i))
                .toList();
        var calls = IntStream.range(0, 4)
                .<Callable<Response>>mapToObj(i -> () -> move(ids.get(i), "*", merging(ids.get((i + 1) % 4))))
                .toList();

        var statuses = new ArrayList<Integer>();
        try (var clients = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : clients.invokeAll(calls)) {
                statuses.add(answer.get().statusCode());
            }
        }

        assertThat(statuses).isSubsetOf(200, 409).contains(200, 409);
        var active = ids.stream()
                .filter(id -> anonymous()
                        .get("/v1/partners/{id}?redirect=false", id)
                        .<String>path("status")
                        .equals("ACTIVE"))
                .collect(Collectors.toSet());
        assertThat(active).isNotEmpty();
        assertThat(successions.current(ids).values()).allMatch(active::contains);
    }

    private static String merging(String successor) {
        return "{\"to\": \"MERGED\", \"successorId\": \"%s\", \"reason\": \"One team\"}".formatted(successor);
    }

    private static String etag(String id) {
        return anonymous().get("/v1/partners/{id}", id).header("ETag");
    }

    private static Response move(String id, String ifMatch, String body) {
        return move(id, ifMatch, body, "");
    }

    private static Response move(String id, String ifMatch, String body, String query) {
        return as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .post("/v1/partners/{id}/transitions" + query, id);
    }
}
