package ma.jazari.partnerships.webhookdelivery;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.PUBLIC;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.RESTRICTED;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.anId;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.state;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.webhook.WebhookFixture.made;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jazari.partnerships.webhook.WebhookFixture.Made;
import ma.jazari.partnerships.webhookdelivery.Receiver.Received;
import ma.jazari.partnerships.webhookdelivery.Receiver.Reply;
import ma.jazari.partnerships.webhooksigning.Ed25519Verifier;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a change to its receiver, over a real broker and to a real server. */
@QuarkusTest
@WithTestResource(RealParts.class)
class DeliveryTest {

    private final Receiver receiver = new Receiver();
    private final String subject = anId();

    @Inject
    ObjectMapper mapper;

    // What another replica consists of.
    @Inject
    Queues queues;

    @Inject
    Replays replays;

    @Inject
    Outgoing outgoing;

    @Inject
    Sender sender;

    @Inject
    Outcomes outcomes;

    @Inject
    DeliveryConfig config;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void delivers_a_change_signed_and_as_the_feed_has_it() throws Exception {
        var webhook = made(activePartner("Université attentive"), receiver.url(), ", \"types\": [\"partner.*\"]");
        var before = Feed.end();

        var partner = activePartner("Université annoncée au loin");

        var message = first(receiver, partner);
        assertThat(message.isSignedBy(String.valueOf(webhook.secret()))).isTrue();
        assertThat(message.isSignedBy("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isFalse();
        assertThat(message.header("Content-Type")).isEqualTo("application/json");
        assertThat(message.header("User-Agent")).startsWith("Jazari-Webhooks/");
        var inFeed = as(Tokens.partner(webhook.partner()))
                .get("/v1/changes?types=partner.created&after={after}", before)
                .<List<Map<String, Object>>>path("items")
                .stream()
                .filter(item -> message.id().equals(item.get("id")))
                .findFirst()
                .orElseThrow();
        assertThat(mapper.readTree(message.body())).isEqualTo(mapper.valueToTree(inFeed));
        awaitDelivery(webhook, message.id(), "DELIVERED")
                .body("attempts", hasSize(1))
                .body("attempts[0].status", equalTo(204))
                .body("attempts[0].error", nullValue())
                .body("type", equalTo("partner.created"))
                .body("subject.id", equalTo(partner));
    }

    @Test
    void signs_with_a_key_pair_for_who_asks_for_that() throws Exception {
        var webhook = made(activePartner("Université à clé"), receiver.url(), ", \"signature\": \"ED25519\"");
        assertThat(webhook.secret()).isNull();

        tell(1);

        var message = first(receiver, subject);
        assertThat(message.header("webhook-signature")).startsWith("v1a,");
        assertThat(Ed25519Verifier.verifies(
                        webhook.get().path("keys[0].publicKey"),
                        message.header("webhook-signature"),
                        message.signedText()))
                .isTrue();
    }

    @Test
    void signs_with_both_keys_while_a_rotation_lasts_and_then_with_the_new_one() {
        var webhook = made(activePartner("Université qui tourne"), receiver.url(), "");
        var secret = webhook.post("/rotations", "{\"overlapHours\": 1}")
                .then()
                .statusCode(200)
                .body("keys", hasSize(2))
                .body("keys[0].validUntil", notNullValue())
                .extract()
                .<String>path("secret");

        tell(1);
        var both = first(receiver, subject);
        webhook.post("/rotations", "{\"overlapHours\": 0}").then().statusCode(200);
        tell(2);
        var later = await().atMost(15, SECONDS)
                .until(() -> receiver.receivedOf(subject), found -> found.size() == 2)
                .getLast();

        assertThat(both.isSignedBy(secret)).isTrue();
        assertThat(both.isSignedBy(String.valueOf(webhook.secret()))).isTrue();
        assertThat(later.isSignedBy(secret)).isFalse();
        assertThat(later.isSignedBy(String.valueOf(webhook.secret()))).isTrue();
    }

    @Test
    void tells_nobody_what_it_may_not_see() {
        var party = activePartner("Université partie");
        var stranger = activePartner("Université étrangère");
        var ofParty = made(party, receiver.url() + "?party", "");
        made(stranger, receiver.url() + "?stranger", "");

        var own = TopicReader.publishTo(
                "INSTITUTE:j00000098,PARTNER:" + party, RESTRICTED, "institute.created", subject, body("DRAFT", 1));
        var hidden = TopicReader.publishTo(
                "INSTITUTE:j00000098", RESTRICTED, "institute.submitted", subject, body("PENDING", 2));
        // As it was published before messages named their audience.
        var unaddressed = TopicReader.publish(RESTRICTED, "institute.updated", subject, body("PENDING", 3));
        var open = TopicReader.publish(PUBLIC, "institute.activated", subject, body("ACTIVE", 4));

        await().atMost(20, SECONDS)
                .until(() ->
                        idsAt("?party").contains(open) && idsAt("?stranger").contains(open));
        assertThat(idsAt("?party")).contains(own).doesNotContain(hidden, unaddressed);
        assertThat(idsAt("?stranger")).doesNotContain(own, hidden, unaddressed);
        assertThat(ofParty.get("/deliveries?subject=" + subject).<List<String>>path("items.id"))
                .containsExactlyInAnyOrder(own, open);
    }

    @Test
    void tells_of_what_its_filters_let_pass() {
        var partner = activePartner("Université difficile");
        var other = anId();
        made(partner, receiver.url() + "?type", ", \"types\": [\"institute.suspended\"]");
        made(partner, receiver.url() + "?kind", ", \"subjectTypes\": [\"CONVENTION\"]");
        made(partner, receiver.url() + "?record", ", \"subjectIds\": [\"" + subject + "\"]");

        var first = tell(1);
        var suspended = TopicReader.publish(PUBLIC, "institute.suspended", other, state(other, "SUSPENDED", 1));

        await().atMost(15, SECONDS)
                .until(() -> idsAt("?record").contains(first) && idsAt("?type").contains(suspended));
        assertThat(idsAt("?record")).containsExactly(first);
        assertThat(idsAt("?type")).doesNotContain(first);
        assertThat(idsAt("?kind")).doesNotContain(first, suspended);
    }

    @Test
    void never_passes_an_earlier_change_of_the_record() {
        var webhook = made(activePartner("Université ordonnée"), receiver.url(), only(subject));
        receiver.replies(request -> Reply.of(request.at("subject.id").equals(subject) ? 500 : 204));

        var one = tell(1);
        awaitAttempts(webhook, one, 1);
        var two = tell(2);
        awaitDelivery(webhook, two, "PENDING").body("dueAt", nullValue()).body("attempts", hasSize(0));
        var others = anId();
        webhook.patch("{\"subjectIds\": [\"" + subject + "\", \"" + others + "\"]}")
                .then()
                .statusCode(200);
        var another = TopicReader.publish(PUBLIC, "institute.activated", others, state(others, "ACTIVE", 1));
        awaitDelivery(webhook, another, "DELIVERED");
        assertThat(receiver.received()).extracting(Received::id).doesNotContain(two);

        receiver.replies(204);
        Passing.of(webhook.id(), Duration.ofSeconds(10));

        awaitDelivery(webhook, two, "DELIVERED");
        var order = receiver.receivedOf(subject).stream().map(Received::id).toList();
        assertThat(order.getLast()).isEqualTo(two);
        assertThat(order.subList(0, order.size() - 1)).isNotEmpty().containsOnly(one);
    }

    @Test
    void waits_for_an_earlier_change_that_comes_by_another_topic() {
        var partner = activePartner("Université patiente");
        var webhook = made(partner, receiver.url(), only(subject));

        var two = TopicReader.publish(PUBLIC, "institute.activated", subject, body("ACTIVE", 2));
        var three = TopicReader.publish(PUBLIC, "institute.updated", subject, body("ACTIVE", 3));
        var one =
                TopicReader.publishTo("PARTNER:" + partner, RESTRICTED, "institute.created", subject, body("DRAFT", 1));

        awaitDelivery(webhook, three, "DELIVERED");
        assertThat(receiver.receivedOf(subject)).extracting(Received::id).containsExactly(one, two, three);
    }

    @Test
    void goes_on_without_an_earlier_change_that_never_comes() {
        var webhook = made(activePartner("Université résignée"), receiver.url(), only(subject));

        var five = TopicReader.publish(PUBLIC, "institute.activated", subject, body("ACTIVE", 5));
        await().atMost(15, SECONDS).until(() -> Heards.isHeard(five));
        Passing.execute("update heard_change set heard_at = heard_at - interval '1 minute' where id = '" + five + "'");

        awaitDelivery(webhook, five, "DELIVERED");
    }

    @Test
    void tells_once_of_a_message_that_kafka_repeats() {
        var webhook = made(activePartner("Université une seule fois"), receiver.url(), only(subject));
        var id = UUID.randomUUID().toString();

        TopicReader.publish(PUBLIC, id, "institute.activated", subject, body("ACTIVE", 1));
        TopicReader.publish(PUBLIC, id, "institute.activated", subject, body("ACTIVE", 1));
        var after = tell(2);

        awaitDelivery(webhook, after, "DELIVERED");
        assertThat(receiver.receivedOf(subject)).extracting(Received::id).containsExactly(id, after);
    }

    @Test
    void tries_again_with_the_same_id_and_a_new_signature_until_it_gives_up() {
        var webhook = made(activePartner("Université en panne"), receiver.url(), only(subject));
        receiver.replies(503);

        var id = tell(1);
        for (int attempt = 1; attempt <= 9; attempt++) {
            awaitAttempts(webhook, id, attempt);
            Passing.of(webhook.id(), Duration.ofHours(27));
            // Not what this is about: so much time without a success would disable it.
            Passing.execute("update webhook set failing_since = now(), last_failure_at = now() where id = '"
                    + webhook.id() + "'");
        }

        awaitDelivery(webhook, id, "GIVEN_UP")
                .body("attempts", hasSize(10))
                .body("attempts.error[9]", equalTo("The receiver answered 503."));
        assertThat(receiver.receivedOf(subject)).hasSize(10).allSatisfy(request -> {
            assertThat(request.id()).isEqualTo(id);
            assertThat(request.isSignedBy(String.valueOf(webhook.secret()))).isTrue();
        });
    }

    @Test
    void honours_retry_after_for_all_that_waits() {
        var other = anId();
        var webhook = made(
                activePartner("Université débordée"),
                receiver.url(),
                ", \"subjectIds\": [\"" + subject + "\", \"" + other + "\"]");
        receiver.replies(request -> new Reply(429, Map.of("Retry-After", "3600"), ""));
        var id = tell(1);
        awaitAttempts(webhook, id, 1);

        receiver.replies(204);
        var next = TopicReader.publish(PUBLIC, "institute.activated", other, state(other, "ACTIVE", 1));
        awaitDelivery(webhook, next, "PENDING");
        Passing.of(webhook.id(), Duration.ofMinutes(50));
        var pausedUntil = webhook.get().<String>path("deliveries.pausedUntil");
        assertThat(pausedUntil).isNotNull();
        assertThat(receiver.received()).extracting(Received::id).doesNotContain(next);

        Passing.of(webhook.id(), Duration.ofMinutes(20));

        awaitDelivery(webhook, next, "DELIVERED");
        awaitDelivery(webhook, id, "DELIVERED");
    }

    @Test
    void follows_no_redirect() {
        var webhook = made(activePartner("Université déménagée"), receiver.url(), only(subject));
        receiver.replies(request -> new Reply(307, Map.of("Location", receiver.url() + "/elsewhere"), ""));

        var id = tell(1);

        awaitAttempts(webhook, id, 1);
        webhook.get("/deliveries/" + id).then().body("attempts[0].status", equalTo(307));
        assertThat(receiver.received()).extracting(Received::path).containsOnly("/hook");
    }

    @Test
    void reads_no_more_of_an_answer_than_it_must() {
        var webhook = made(activePartner("Université bavarde"), receiver.url(), only(subject));
        receiver.replies(request -> new Reply(200, Map.of(), "x".repeat(5_000_000)));

        var id = tell(1);

        awaitDelivery(webhook, id, "DELIVERED").body("attempts[0].status", equalTo(200));
    }

    @Test
    void has_a_slow_receiver_delay_nobody_else() throws Exception {
        var released = new CountDownLatch(1);
        var partner = activePartner("Université lente");
        try (var slow = new Receiver()) {
            slow.replies(request -> {
                try {
                    var _ = released.await(30, SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Reply.of(204);
            });
            var ofSlow = made(partner, slow.url(), ", \"types\": [\"institute.slow\"]");
            var ofQuick = made(partner, receiver.url(), only(subject));
            for (int i = 0; i < 20; i++) {
                var id = anId();
                TopicReader.publish(PUBLIC, "institute.slow", id, state(id, "ACTIVE", 1));
            }
            await().atMost(15, SECONDS)
                    .until(() -> slow.received().size() >= 4 && ofSlow.get().<Integer>path("deliveries.waiting") >= 16);

            var quick = tell(1);

            awaitDelivery(ofQuick, quick, "DELIVERED");
            assertThat(ofSlow.get().<Integer>path("deliveries.waiting")).isGreaterThanOrEqualTo(16);
            await().atMost(15, SECONDS).until(() -> ofSlow.get("/deliveries?limit=200")
                    .<List<String>>path("items.attempts.flatten().error")
                    .contains("The receiver did not answer within 2 s."));
        } finally {
            released.countDown();
        }
    }

    @Test
    void is_sent_once_and_never_too_much_at_a_time_however_many_replicas_there_are() throws Exception {
        var webhook = made(activePartner("Université partagée"), receiver.url(), ", \"types\": [\"institute.shared\"]");
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var never = new CountDownLatch(1);
        receiver.replies(request -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                var _ = never.await(30, MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            now.decrementAndGet();
            return Reply.of(204);
        });
        var another = new Dispatcher(queues, replays, outgoing, sender, outcomes, config, clock, metrics);
        another.start(new StartupEvent());
        try {
            for (int i = 0; i < 60; i++) {
                var id = anId();
                TopicReader.publish(PUBLIC, "institute.shared", id, state(id, "ACTIVE", 1));
            }
            await().atMost(30, SECONDS)
                    .until(() -> webhook.get("/deliveries?status=DELIVERED&total=true")
                                    .<Integer>path("total")
                            == 60);
        } finally {
            another.stop(new ShutdownEvent());
        }

        assertThat(receiver.received()).extracting(Received::id).hasSize(60).doesNotHaveDuplicates();
        assertThat(most.get()).isBetween(2, 4);
    }

    @Test
    void is_sent_again_when_the_replica_that_had_it_is_gone() {
        var webhook = made(activePartner("Université tenace"), receiver.url(), only(subject));
        receiver.replies(500);
        var id = tell(1);
        awaitAttempts(webhook, id, 1);
        receiver.replies(204);

        // As a replica leaves it that was killed while it waited for the answer.
        Passing.execute("update webhook_delivery set claimed_until = now() + interval '1 minute',"
                + " due_at = now() + interval '1 minute' where message_id = '" + id + "'");
        Passing.of(webhook.id(), Duration.ofSeconds(61));

        awaitDelivery(webhook, id, "DELIVERED");
    }

    @Test
    void disables_a_webhook_whose_receiver_is_gone_and_says_so_in_the_change_log() {
        var partner = activePartner("Université partie pour de bon");
        var webhook = made(partner, receiver.url(), only(subject));
        receiver.replies(410);

        tell(1);

        awaitDisabled(webhook, "410");
        as(Tokens.partner(partner))
                .get("/v1/changes?types=webhook.disabled&limit=200")
                .then()
                .body("items.findAll { it.subject.id == '" + webhook.id() + "' }.data.status", hasSize(1));
        as(Tokens.partner(activePartner("Université qui n'en sait rien")))
                .get("/v1/changes?types=webhook.disabled&limit=200")
                .then()
                .body("items.findAll { it.subject.id == '" + webhook.id() + "' }", hasSize(0));
        webhook.get("/history")
                .then()
                .body("items[-1].type", equalTo("webhook.disabled"))
                .body("items[-1].reason", containsString("410"))
                .body("items[-1].actor.name", equalTo("webhook-delivery"));
    }

    @Test
    void disables_a_webhook_after_five_days_without_a_success() {
        var webhook = made(activePartner("Université silencieuse"), receiver.url(), only(subject));
        receiver.replies(500);
        var id = tell(1);
        awaitAttempts(webhook, id, 1);
        Passing.of(webhook.id(), Duration.ofHours(47));
        awaitAttempts(webhook, id, 2);
        Passing.of(webhook.id(), Duration.ofHours(47));
        awaitAttempts(webhook, id, 3);
        webhook.get().then().body("status", equalTo("ACTIVE")).body("deliveries.failingSince", notNullValue());

        Passing.of(webhook.id(), Duration.ofHours(47));

        awaitDisabled(webhook, "No attempt has succeeded since");
    }

    @Test
    void goes_on_where_it_stood_once_it_is_active_again() {
        var webhook = made(activePartner("Université revenue"), receiver.url(), only(subject));
        receiver.replies(410);
        var one = tell(1);
        awaitDisabled(webhook, "410");
        receiver.replies(204);
        var two = tell(2);
        await().atMost(15, SECONDS).until(() -> Heards.isHeard(two));
        assertThat(receiver.receivedOf(subject)).hasSize(1);

        webhook.post("/transitions", "{\"to\": \"ACTIVE\"}").then().statusCode(200);

        awaitDelivery(webhook, two, "DELIVERED");
        assertThat(receiver.receivedOf(subject)).extracting(Received::id).containsExactly(one, one, two);
    }

    @Test
    void goes_on_without_what_has_gathered_for_who_asks_for_that() {
        var webhook = made(activePartner("Université oublieuse"), receiver.url(), only(subject));
        receiver.replies(410);
        var one = tell(1);
        awaitDisabled(webhook, "410");
        receiver.replies(204);
        var two = tell(2);
        await().atMost(15, SECONDS).until(() -> Heards.isHeard(two));

        webhook.post("/transitions", "{\"to\": \"ACTIVE\", \"skipMissed\": true}")
                .then()
                .statusCode(200);
        var three = tell(3);

        awaitDelivery(webhook, three, "DELIVERED");
        awaitDelivery(webhook, one, "DROPPED");
        assertThat(receiver.receivedOf(subject)).extracting(Received::id).containsExactly(one, three);
    }

    private String tell(long version) {
        return TopicReader.publish(PUBLIC, "institute.activated", subject, body("ACTIVE", version));
    }

    private String body(String status, long version) {
        return state(subject, status, version);
    }

    private List<String> idsAt(String query) {
        return receiver.received().stream()
                .filter(request -> request.path().endsWith(query))
                .map(Received::id)
                .toList();
    }

    private static String only(String subjectId) {
        return ", \"subjectIds\": [\"" + subjectId + "\"]";
    }

    private static Received first(Receiver receiver, String subjectId) {
        return await().atMost(15, SECONDS)
                .until(() -> receiver.receivedOf(subjectId), found -> !found.isEmpty())
                .getFirst();
    }

    private static ValidatableResponse awaitDelivery(Made webhook, String messageId, String status) {
        return await().atMost(20, SECONDS)
                .until(() -> webhook.get("/deliveries/" + messageId), answer -> status.equals(answer.path("status")))
                .then();
    }

    private static void awaitAttempts(Made webhook, String messageId, int attempts) {
        await().atMost(20, SECONDS).until(() -> {
            var answer = webhook.get("/deliveries/" + messageId);
            return answer.statusCode() == 200
                    && answer.<List<?>>path("attempts").size() == attempts;
        });
    }

    private static void awaitDisabled(Made webhook, String reason) {
        await().atMost(20, SECONDS).until(() -> webhook.get().path("status").equals("DISABLED"));
        webhook.get().then().body("reason", containsString(reason));
    }
}
