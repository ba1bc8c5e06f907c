package ma.jazari.partnerships.webhookdelivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.PUBLIC;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.RESTRICTED;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.anId;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.state;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.webhook.WebhookFixture.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import ma.jazari.partnerships.webhook.WebhookFixture.Made;
import ma.jazari.partnerships.webhookdelivery.Receiver.Received;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is delivered again, pinged and listed. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ReplayTest {

    private final Receiver receiver = new Receiver();
    private final String subject = anId();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void replays_what_came_after_a_cursor_even_from_before_the_webhook() {
        var ids = tell(1, 4);
        var witness = made(activePartner("Université témoin"), receiver.url() + "?witness", only());
        replay(witness, "{\"from\": \"2026-01-01T00:00:00Z\"}");
        await().atMost(20, SECONDS).until(() -> at("?witness").size() == 4);
        var second = at("?witness").get(1);
        var webhook = made(activePartner("Université tardive"), receiver.url() + "?late", only());

        replay(webhook, "{\"after\": \"" + second.at("cursor") + "\"}");

        await().atMost(20, SECONDS).until(() -> at("?late").size() == 2);
        assertThat(at("?late")).extracting(Received::id).containsExactly(ids.get(2), ids.get(3));
        webhook.get("/replay").then().body("queued", equalTo(2));
    }

    @Test
    void replays_a_range_of_time_in_order_and_with_the_same_ids() {
        var webhook = made(activePartner("Université amnésique"), receiver.url(), only());
        var before = Instant.now();
        var ids = tell(1, 3);
        await().atMost(20, SECONDS).until(() -> receiver.receivedOf(subject).size() == 3);

        replay(webhook, "{\"from\": \"" + before + "\", \"to\": \"" + Instant.now() + "\"}");

        await().atMost(20, SECONDS).until(() -> receiver.receivedOf(subject).size() == 6);
        assertThat(receiver.receivedOf(subject).subList(3, 6))
                .extracting(Received::id)
                .containsExactlyElementsOf(ids);
        webhook.get("/deliveries/" + ids.get(0)).then().body("attempts", hasSize(2));
        replay(webhook, "{\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-01-02T00:00:00Z\"}");
        webhook.get("/replay").then().body("queued", equalTo(0));
    }

    @Test
    void leaves_out_what_was_delivered_for_who_asks_for_that() {
        var webhook = made(activePartner("Université sélective"), receiver.url(), only());
        var ids = tell(1, 2);
        await().atMost(20, SECONDS).until(() -> receiver.receivedOf(subject).size() == 2);
        await().atMost(20, SECONDS).until(() -> "DELIVERED"
                .equals(webhook.get("/deliveries/" + ids.get(1)).path("status")));
        Passing.execute("update webhook_delivery set status = 'GIVEN_UP' where message_id = '" + ids.get(1)
                + "' and webhook_id = '" + webhook.id() + "'");

        replay(webhook, "{\"from\": \"2026-01-01T00:00:00Z\", \"undeliveredOnly\": true}");

        await().atMost(20, SECONDS).until(() -> receiver.receivedOf(subject).size() == 3);
        assertThat(receiver.receivedOf(subject))
                .extracting(Received::id)
                .containsExactly(ids.get(0), ids.get(1), ids.get(1));
    }

    @Test
    void replays_nothing_that_the_partner_may_not_see() {
        var webhook = made(activePartner("Université indiscrète"), receiver.url(), only());
        TopicReader.publishTo(
                "PARTNER:p00000098", RESTRICTED, "institute.created", subject, state(subject, "DRAFT", 1));
        var open = TopicReader.publish(PUBLIC, "institute.activated", subject, state(subject, "ACTIVE", 2));
        await().atMost(20, SECONDS).until(() -> receiver.receivedOf(subject).size() == 1);

        replay(webhook, "{\"from\": \"2026-01-01T00:00:00Z\"}");

        await().atMost(20, SECONDS).until(() -> receiver.receivedOf(subject).size() == 2);
        assertThat(receiver.receivedOf(subject)).extracting(Received::id).containsExactly(open, open);
    }

    @Test
    void says_when_what_is_asked_for_is_not_kept_any_more() {
        var webhook = made(activePartner("Université trop tardive"), receiver.url(), only());
        tell(1, 1);
        await().atMost(20, SECONDS).until(() -> receiver.receivedOf(subject).size() == 1);
        var epochGone = new FeedCursor("ffffffff", "test", Long.MAX_VALUE / 10).encode();

        webhook.post("/replay", "{\"after\": \"" + epochGone + "\"}").then().statusCode(410);
        Passing.execute("update heard_clock set forgotten_through = 1000");
        webhook.post("/replay", "{\"after\": \"" + new FeedCursor("00000000", "test", 999).encode() + "\"}")
                .then()
                .statusCode(410)
                .body("snapshots", contains("/v1/institutes/export", "/v1/partners/export"));
    }

    @Test
    void refuses_a_replay_of_nothing_in_particular() {
        var webhook = made(activePartner("Université vague"), receiver.url(), only());

        webhook.post("/replay", "{}").then().statusCode(400).body("errors.pointer", contains("/after"));
        webhook.post("/replay", "{\"after\": \"x\", \"to\": \"2026-01-01T00:00:00Z\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/to"));
        webhook.post("/replay", "{\"after\": \"nonsense\"}").then().statusCode(400);
        webhook.post("/replay", "{\"from\": \"2026-02-01T00:00:00Z\", \"to\": \"2026-01-01T00:00:00Z\"}")
                .then()
                .statusCode(400);
        webhook.get("/replay").then().statusCode(404);
    }

    @Test
    void pings_once_even_a_disabled_webhook() {
        var webhook = made(activePartner("Université sondée"), receiver.url(), only());
        webhook.post("/transitions", "{\"to\": \"DISABLED\"}").then().statusCode(200);
        receiver.replies(500);

        var ping = webhook.post("/ping", "{}");

        ping.then().statusCode(202).body("type", equalTo("webhook.ping")).body("$", not(hasKey("subject")));
        await().atMost(20, SECONDS).until(() -> "GIVEN_UP"
                .equals(webhook.get("/deliveries/" + ping.path("id")).path("status")));
        webhook.get("/deliveries?type=webhook.ping")
                .then()
                .body("items", hasSize(1))
                .body("items[0].attempts[0].status", equalTo(500));
        var received = receiver.received().getFirst();
        assertThat(received.id()).isEqualTo(ping.path("id"));
        assertThat(received.at("type")).isEqualTo("webhook.ping");
        assertThat(received.at("subject.id")).isEqualTo(webhook.id());
        assertThat(received.isSignedBy(String.valueOf(webhook.secret()))).isTrue();
    }

    @Test
    void lists_deliveries_page_by_page_and_by_what_became_of_them() {
        var webhook = made(activePartner("Université qui compte"), receiver.url(), only());
        var ids = tell(1, 5);
        await().atMost(20, SECONDS)
                .until(() ->
                        webhook.get("/deliveries?status=DELIVERED&total=true").<Integer>path("total") == 5);

        var first = webhook.get("/deliveries?limit=3");
        var second = webhook.get("/deliveries?limit=3&cursor=" + first.path("nextCursor"));

        first.then().body("items", hasSize(3));
        second.then().body("items", hasSize(2)).body("$", not(hasKey("nextCursor")));
        assertThat(IntStream.range(0, 5)
                        .mapToObj(i -> i < 3
                                ? first.<String>path("items[" + i + "].id")
                                : second.<String>path("items[" + (i - 3) + "].id"))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(ids);
        webhook.get("/deliveries?status=PENDING,GIVEN_UP").then().body("items", hasSize(0));
        webhook.get("/deliveries?status=LOST").then().statusCode(400);
        webhook.get("/deliveries?type=institute.activated&subject=" + subject)
                .then()
                .body("items.subject.version", containsInAnyOrder(1, 2, 3, 4, 5));
        webhook.get("/deliveries?limit=3&status=PENDING&cursor=" + first.path("nextCursor"))
                .then()
                .statusCode(400);
    }

    private List<String> tell(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(version ->
                        TopicReader.publish(PUBLIC, "institute.activated", subject, state(subject, "ACTIVE", version)))
                .toList();
    }

    private List<Received> at(String query) {
        return receiver.received().stream()
                .filter(request -> request.path().endsWith(query))
                .toList();
    }

    private String only() {
        return ", \"subjectIds\": [\"" + subject + "\"]";
    }

    private static void replay(Made webhook, String range) {
        webhook.post("/replay", range).then().statusCode(202);
        await().atMost(20, SECONDS)
                .until(() -> "QUEUED".equals(webhook.get("/replay").path("status")));
    }
}
