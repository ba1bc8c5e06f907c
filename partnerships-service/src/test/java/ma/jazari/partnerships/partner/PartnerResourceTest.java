package ma.jazari.partnerships.partner;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.partner.PartnerFixture.create;
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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class PartnerResourceTest {

    private static final String WITH_CONTACT =
            ", \"contacts\": [{\"role\": \"PARTNERSHIPS\", \"email\": \"secret@example.org\"}]";

    @Test
    void takes_an_empty_list_and_none_for_the_same() {
        var id = activePartner("Partenaire sans rien");

        for (var nothing : List.of(
                "{\"links\": null}",
                "{\"domains\": null, \"externalIds\": null}",
                "{\"contacts\": null, \"sample\": null}")) {
            patch(Tokens.networkAdmin(), id, "*", nothing)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(1));
        }
    }

    @Test
    void admits_a_partner_that_is_active_and_public_at_once() {
        var answer = create(partner("Université de Fès", ""));

        var id = answer.then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .header("Content-Language", "fr")
                .body("id", startsWith("p"))
                .body("status", equalTo("ACTIVE"))
                .body("displayName", equalTo("Université de Fès"))
                .body("version", equalTo(1))
                .extract()
                .<String>path("id");
        assertThat(answer.header("Location")).isEqualTo("/v1/partners/" + id);
        anonymous().get("/v1/partners/{id}", id).then().statusCode(200).body("sample", equalTo(false));
    }

    @Test
    void names_every_violation_with_its_pointer_at_once() {
        create(
                        """
                        {"type": "CIRCUS", "country": 5, "names": [{"value": "X", "lang": "French", "type": "DISPLAY"}],
                         "status": "ACTIVE", "externalIds": [{"scheme": "ROR"}]}
                        """)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/type", "/country", "/names/0/lang", "/status", "/externalIds/0/value"));
        create(partner("X", ", \"externalIds\": [{\"scheme\": \"ROR\", \"value\": \"https://ror.org/04efg9a08\"}]")
                        .replace("\"MA\"", "\"XX\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/country", "/externalIds/0/value"));
    }

    @Test
    void needs_a_token_and_the_role_to_write() {
        var id = activePartner("Université gardée");

        anonymous()
                .contentType(ContentType.JSON)
                .body(partner("X", ""))
                .post("/v1/partners")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        for (var token : new String[] {Tokens.auditor(), Tokens.partner(id), Tokens.instituteAdmin("j00000098")}) {
            as(token)
                    .contentType(ContentType.JSON)
                    .body(partner("X", ""))
                    .post("/v1/partners")
                    .then()
                    .statusCode(403);
            patch(token, id, "*", "{\"country\": \"SN\"}").then().statusCode(403);
        }
        as(Tokens.expired()).get("/v1/partners/{id}", id).then().statusCode(401);
    }

    @Test
    void shows_contacts_to_the_partner_itself_and_who_sees_everything() {
        var since = Feed.end();
        var id = create(partner("Université joignable", WITH_CONTACT))
                .then()
                .statusCode(201)
                .body("contacts", hasSize(1))
                .extract()
                .<String>path("id");

        anonymous().get("/v1/partners/{id}", id).then().body("$", not(hasKey("contacts")));
        as(Tokens.partner("p00000098")).get("/v1/partners/{id}", id).then().body("$", not(hasKey("contacts")));
        as(Tokens.partner(id)).get("/v1/partners/{id}", id).then().body("contacts", hasSize(1));
        assertThat(anonymous().get("/v1/partners/{id}/history", id).asString()).doesNotContain("secret@");
        await().atMost(20, SECONDS)
                .until(() -> Feed.subjects(null, since, "partner.*").contains(id));
        assertThat(anonymous().get("/v1/changes?limit=200&after={after}", since).asString())
                .doesNotContain("secret@");
        as(Tokens.partner(id))
                .get("/v1/partners/{id}/history", id)
                .then()
                .body("items[0].privateChanges.changes.pointer", contains("/contacts"));
    }

    @Test
    void changes_by_merge_patch_with_if_match_alone() {
        var id = activePartner("Université changeante");
        var stale = anonymous().get("/v1/partners/{id}", id).header("ETag");

        patch(Tokens.networkAdmin(), id, "", "{}").then().statusCode(428);
        patch(Tokens.networkAdmin(), id, stale, "{\"type\": \"RESEARCH\", \"location\": {\"city\": \"Oujda\"}}")
                .then()
                .statusCode(200)
                .body("type", equalTo("RESEARCH"))
                .body("version", equalTo(2));
        patch(Tokens.networkAdmin(), id, stale, "{\"type\": \"NGO\"}")
                .then()
                .statusCode(412)
                .body("currentVersion", equalTo(2));
        patch(Tokens.networkAdmin(), id, "*", "{\"type\": \"RESEARCH\"}")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        patch(Tokens.networkAdmin(), id, "*", "{\"status\": \"MERGED\", \"names\": []}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/status", "/names"));
    }

    @Test
    void keeps_a_history_that_verifies_and_the_past() {
        var id = activePartner("Université d'hier");
        var created = anonymous().get("/v1/partners/{id}", id).<String>path("updatedAt");
        patch(Tokens.networkAdmin(), id, "*", "{\"country\": \"SN\"}").then().statusCode(200);

        var history = anonymous().get("/v1/partners/{id}/history", id);

        history.then().statusCode(200).body("items.type", contains("partner.created", "partner.updated"));
        assertThat(HashChain.holds(history.asString())).isTrue();
        anonymous().get("/v1/partners/{id}?asOf=2020-01-01", id).then().statusCode(404);
        var afterCreation = Instant.parse(created).plusMillis(1).toString();
        anonymous()
                .get("/v1/partners/{id}?asOf={at}", id, afterCreation)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("country", equalTo("MA"));
    }

    @Test
    void publishes_each_change_and_lists_it_in_the_feed() {
        var since = Feed.end();
        var id = activePartner("Université publiée");
        patch(Tokens.networkAdmin(), id, "*", "{\"country\": \"CI\"}").then().statusCode(200);

        var messages = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages("jazari.partners", id), found -> found.size() == 2);

        assertThat(messages)
                .extracting(message -> TopicReader.header(message, "ce_type").orElse(""))
                .containsExactly("ma.jazari.partner.created.v1", "ma.jazari.partner.updated.v1");
        assertThat(messages).allSatisfy(message -> assertThat(MessageSchema.violations(message))
                .isEmpty());
        var state = Canonical.object(new String(messages.getLast().value(), StandardCharsets.UTF_8));
        assertThat(state.get("country").asText()).isEqualTo("CI");
        assertThat(state.has("contacts")).isFalse();
        assertThat(Feed.subjects(null, since, "partner.*")).contains(id);
    }

    @Test
    void lists_by_filters_and_pages_without_gaps() {
        var word = "Mot" + UUID.randomUUID().toString().substring(0, 8);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            ids.add(activePartner(word + " numéro " + i));
        }

        for (var sort : new String[] {"id", "updatedAt", "-updatedAt", "name", "-name"}) {
            assertThat(walk("/v1/partners?limit=2&sort=" + sort + "&q=" + word))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
        anonymous().get("/v1/partners?q={q}&total=true&limit=1", word).then().body("total", equalTo(5));
        anonymous().get("/v1/partners?q={q}&type=NGO", word).then().body("items", empty());
        anonymous()
                .get("/v1/partners?q={q}&type=NGO,university&country=MA&status=ACTIVE", word)
                .then()
                .body("items", hasSize(5));
        anonymous()
                .get("/v1/partners?ids={a},{b}", ids.get(0), ids.get(3))
                .then()
                .body("items.id", containsInAnyOrder(ids.get(0), ids.get(3)));
        for (var bad : new String[] {"type=CIRCUS", "country=ma", "sort=size", "limit=0", "typo=1", "cursor=x"}) {
            anonymous().get("/v1/partners?" + bad).then().statusCode(400);
        }
    }

    @Test
    void tells_a_malformed_id_from_an_unknown_one() {
        anonymous()
                .get("/v1/partners/p5m2c0067")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-id"));
        anonymous().get("/v1/partners/p5m2c0066").then().statusCode(404).body("detail", containsString("p5m2c0066"));
        anonymous().get("/v1/partners/p5m2c0066/history").then().statusCode(404);
        patch(Tokens.networkAdmin(), "p5m2c0066", "*", "{}").then().statusCode(404);
    }

    @Test
    void creates_one_for_one_idempotency_key() {
        var key = "\"" + UUID.randomUUID() + "\"";

        var first = createWith(key, "Université à clé unique");
        var second = createWith(key, "Université à clé unique");

        first.then().statusCode(201);
        second.then().statusCode(201).header("Location", first.header("Location"));
        createWith(key, "Une autre").then().statusCode(422);
    }

    private static Response createWith(String key, String name) {
        return as(Tokens.networkAdmin())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(partner(name, ""))
                .post("/v1/partners");
    }

    private static List<String> walk(String path) {
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var page = cursor == null
                    ? anonymous().get(path)
                    : anonymous().queryParam("cursor", cursor).get(path);
            found.addAll(page.then().statusCode(200).extract().<List<String>>path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return found;
    }
}
