package ma.jazari.partnerships.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.webhook.WebhookFixture.create;
import static ma.jazari.partnerships.webhook.WebhookFixture.made;
import static ma.jazari.partnerships.webhook.WebhookFixture.webhooksOf;
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
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class WebhookResourceTest {

    private static final String URL = "https://example.org/jazari";

    @Test
    void shows_the_secret_once() {
        var partner = activePartner("Université discrète");

        var answer =
                create(Tokens.partner(partner), partner, "{\"url\": \"" + URL + "\", \"types\": [\"convention.*\"]}");

        answer.then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .header("Location", endsWith("/webhooks/" + answer.path("id")))
                .body("status", equalTo("ACTIVE"))
                .body("signature", equalTo("HMAC"))
                .body("secret", startsWith("whsec_"))
                .body("types", contains("convention.*"))
                .body("subjectTypes", empty())
                .body("availableTransitions", contains("DISABLED"))
                .body("deliveries.waiting", equalTo(0));
        as(Tokens.partner(partner))
                .get(webhooksOf(partner) + "/" + answer.path("id"))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("secret")));
        as(Tokens.networkAdmin())
                .get(webhooksOf(partner) + "?total=true")
                .then()
                .body("total", equalTo(1))
                .body("items[0]", not(hasKey("secret")));
    }

    @Test
    void shows_the_public_key_of_a_pair_and_no_private_one() {
        var webhook = made(activePartner("Université à paire"), URL, ", \"signature\": \"ED25519\"");

        assertThat(webhook.secret()).isNull();
        webhook.get().then().body("keys.publicKey", hasSize(1)).body("keys[0].publicKey", startsWith("whpk_"));
        assertThat(webhook.get().asString()).doesNotContain("whsk_");
    }

    @Test
    void does_not_exist_for_strangers() {
        var partner = activePartner("Université fermée");
        var webhook = made(partner, URL, "");
        var below = List.of("", "/deliveries", "/replay", "/history", "/deliveries/" + UUID.randomUUID());

        for (var token : List.of(
                Tokens.partner(activePartner("Université curieuse")),
                Tokens.auditor(),
                Tokens.instituteAdmin("j00000098"))) {
            as(token).get(webhooksOf(partner)).then().statusCode(404);
            create(token, partner, "{\"url\": \"" + URL + "\"}").then().statusCode(404);
            below.forEach(path -> as(token).get(webhook.path() + path).then().statusCode(404));
            as(token).post(webhook.path() + "/ping").then().statusCode(404);
            as(token)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body("{}")
                    .post(webhook.path() + "/rotations")
                    .then()
                    .statusCode(404);
            as(token).header("If-Match", "*").delete(webhook.path()).then().statusCode(404);
        }
        anonymous().get(webhooksOf(partner)).then().statusCode(401).contentType("application/problem+json");
        create(null, partner, "{\"url\": \"" + URL + "\"}").then().statusCode(401);
        anonymous().post(webhook.path() + "/ping").then().statusCode(401);
        webhook.get().then().statusCode(200);
    }

    @Test
    void is_of_one_partner_alone() {
        var one = activePartner("Université première");
        var other = activePartner("Université seconde");
        var webhook = made(one, URL, "");
        var both = Tokens.partner(one, other);

        as(both).get(webhooksOf(other) + "/" + webhook.id()).then().statusCode(404);
        as(both).get(webhooksOf(one) + "/" + UUID.randomUUID()).then().statusCode(404);
        as(both).get(webhooksOf(one) + "/nonsense").then().statusCode(400);
        as(Tokens.networkAdmin()).get(webhooksOf(PublicId.random('p'))).then().statusCode(404);
        create(Tokens.networkAdmin(), PublicId.random('p'), "{\"url\": \"" + URL + "\"}")
                .then()
                .statusCode(404);
    }

    @Test
    void names_every_violation_at_once() {
        var partner = activePartner("Université imprécise");

        create(
                        Tokens.partner(partner),
                        partner,
                        "{\"types\": [\"everything\"], \"subjectTypes\": [\"institute\"], \"subjectIds\": [\"%\"]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/url", "/types/0", "/subjectTypes/0", "/subjectIds/0"));
        create(Tokens.partner(partner), partner, "{\"url\": \"ftp://example.org\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url"))
                .body("errors[0].detail", containsString("https"));
        create(Tokens.partner(partner), partner, "{\"url\": \"" + URL + "\", \"secret\": \"whsec_mine\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/secret"));
    }

    @Test
    void changes_what_a_patch_names() {
        var webhook = made(activePartner("Université changeante"), URL, ", \"types\": [\"partner.*\"]");

        webhook.patch("{\"url\": \"https://example.org/other\", \"types\": null, \"description\": \"CRM\"}")
                .then()
                .statusCode(200)
                .body("url", equalTo("https://example.org/other"))
                .body("types", empty())
                .body("description", equalTo("CRM"))
                .body("version", equalTo(2));
        webhook.patch("{\"description\": \"CRM\"}").then().statusCode(200).body("version", equalTo(2));
        webhook.patch("{\"signature\": \"ED25519\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/signature"));
        webhook.patch("{\"url\": \"gopher://example.org\"}").then().statusCode(400);
        as(Tokens.partner(webhook.partner()))
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(webhook.path())
                .then()
                .statusCode(428);
        as(Tokens.partner(webhook.partner()))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1-00\"")
                .body("{\"description\": \"late\"}")
                .patch(webhook.path())
                .then()
                .statusCode(412);
    }

    @Test
    void has_as_many_for_a_partner_as_may_be_however_they_are_made() throws Exception {
        var partner = activePartner("Université abonnée");
        Callable<Integer> making = () -> create(Tokens.partner(partner), partner, "{\"url\": \"" + URL + "\"}")
                .statusCode();

        try (var clients = Executors.newFixedThreadPool(4)) {
            var statuses = clients
                    .invokeAll(IntStream.range(0, 14).mapToObj(i -> making).toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

            assertThat(statuses).containsEntry(201, 10L).containsEntry(409, 4L);
        }
    }

    @Test
    void is_gone_once_it_was_deleted() {
        var webhook = made(activePartner("Université partante"), URL, "");

        webhook.delete().then().statusCode(204);

        webhook.get().then().statusCode(404);
        webhook.post("/ping", "{}").then().statusCode(404);
        as(Tokens.partner(webhook.partner()))
                .get(webhooksOf(webhook.partner()))
                .then()
                .body("items", empty());
    }

    @Test
    void moves_between_active_and_disabled() {
        var webhook = made(activePartner("Université hésitante"), URL, "");

        webhook.post("/transitions", "{\"to\": \"DISABLED\", \"reason\": \"Maintenance\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("DISABLED"))
                .body("reason", equalTo("Maintenance"))
                .body("availableTransitions", contains("ACTIVE"));
        webhook.post("/transitions", "{\"to\": \"DISABLED\"}")
                .then()
                .statusCode(409)
                .body("allowed", contains("ACTIVE"));
        webhook.post("/transitions", "{\"to\": \"DELETED\"}").then().statusCode(409);
        webhook.post("/replay", "{\"from\": \"2026-01-01T00:00:00Z\"}").then().statusCode(409);
        webhook.post("/transitions", "{\"to\": \"ACTIVE\"}")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("reason")));
    }

    @Test
    void has_a_few_keys_at_most() {
        var webhook = made(activePartner("Université tournante"), URL, "");

        webhook.post("/rotations", "{}").then().statusCode(200).body("keys", hasSize(2));
        webhook.post("/rotations", "{}").then().statusCode(200).body("keys", hasSize(3));
        webhook.post("/rotations", "{}").then().statusCode(409);
        webhook.post("/rotations", "{\"overlapHours\": 1000}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/overlapHours"));
    }

    @Test
    void creates_once_for_one_idempotency_key() {
        var partner = activePartner("Université qui répète");
        var request = "{\"url\": \"" + URL + "\"}";
        var key = "\"" + UUID.randomUUID() + "\"";

        var answers = IntStream.range(0, 2)
                .mapToObj(i -> as(Tokens.partner(partner))
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", key)
                        .body(request)
                        .post(webhooksOf(partner)))
                .toList();

        assertThat(answers.get(1).<String>path("id")).isEqualTo(answers.get(0).path("id"));
        assertThat(answers.get(0).<String>path("secret")).startsWith("whsec_");
        answers.get(1).then().body("$", not(hasKey("secret")));
    }

    @Test
    void publishes_each_change_without_secrets_to_those_who_may_know() {
        var webhook = made(activePartner("Université publiée"), URL + "?token=hidden", "");
        webhook.post("/rotations", "{}").then().statusCode(200);
        webhook.delete().then().statusCode(204);

        var messages = await().atMost(15, SECONDS)
                .until(
                        () -> TopicReader.messages("jazari.webhooks.restricted", webhook.id()),
                        found -> found.size() == 3);

        assertThat(messages)
                .extracting(message -> TopicReader.header(message, "ce_type").orElse(""))
                .containsExactly(
                        "ma.jazari.webhook.created.v1",
                        "ma.jazari.webhook.key-rotated.v1",
                        "ma.jazari.webhook.deleted.v1");
        assertThat(messages).allSatisfy(message -> {
            assertThat(MessageSchema.violations(message)).isEmpty();
            assertThat(new String(message.value(), StandardCharsets.UTF_8)).doesNotContain("whsec_", "hidden");
            assertThat(TopicReader.header(message, "ce_audience")).contains("PARTNER:" + webhook.partner());
        });
        assertThat(TopicReader.messages("jazari.webhooks", webhook.id())).isEmpty();
    }

    @Test
    void is_in_its_tables_as_the_log_says() {
        var webhook = made(activePartner("Université vérifiée"), URL, ", \"signature\": \"ED25519\"");
        webhook.post("/rotations", "{}").then().statusCode(200);

        var lines = as(Tokens.auditor()).get("/v1/partners/integrity").asString();

        assertThat(lines).contains("\"WEBHOOK\"").doesNotContain(webhook.id());
    }
}
