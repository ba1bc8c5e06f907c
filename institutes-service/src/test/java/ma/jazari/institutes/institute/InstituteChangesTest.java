package ma.jazari.institutes.institute;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.institutes.institute.InstituteFixture.active;
import static ma.jazari.institutes.institute.InstituteFixture.draft;
import static ma.jazari.institutes.institute.InstituteFixture.etag;
import static ma.jazari.institutes.institute.InstituteFixture.institute;
import static ma.jazari.institutes.institute.InstituteFixture.patch;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

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
import java.util.stream.Stream;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What a write leaves behind: one change in the log, one message, one answer for its key. */
@QuarkusTest
@WithTestResource(RealParts.class)
class InstituteChangesTest {

    private static final String PUBLIC = "jazari.institutes";
    private static final String RESTRICTED = "jazari.institutes.restricted";

    @Test
    void publishes_a_cloud_event_for_each_change_of_a_published_institute() throws Exception {
        var id = active("Institut publié");
        patch(Tokens.networkAdmin(), id, etag(id), "{\"region\": \"MA-05\"}")
                .then()
                .statusCode(200);

        var messages =
                await().atMost(20, SECONDS).until(() -> TopicReader.messages(PUBLIC, id), found -> found.size() == 2);

        assertThat(messages)
                .extracting(message -> header(message, "ce_type"))
                .containsExactly("ma.jazari.institute.activated.v1", "ma.jazari.institute.updated.v1");
        assertThat(messages).allSatisfy(message -> assertThat(MessageSchema.violations(message))
                .isEmpty());
        var message = messages.getFirst();
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "ce_source")).isEqualTo("/institutes-service");
        assertThat(header(message, "ce_subject")).isEqualTo(id);
        assertThat(header(message, "ce_partitionkey")).isEqualTo(id);
        assertThat(header(message, "ce_actor")).isEqualTo("sub-of-root-admin");
        assertThat(header(message, "content-type")).isEqualTo("application/json");
        assertThat(header(message, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(List.of(
                        header(message, "ce_id"),
                        header(message, "ce_time"),
                        header(message, "ce_sequence"),
                        header(message, "ce_dataschema")))
                .doesNotContain("");
        assertThat(json(message).get("status").asText()).isEqualTo("ACTIVE");
        assertThat(json(message).get("version").asInt()).isEqualTo(3);
    }

    @Test
    void keeps_what_is_not_public_off_the_public_topic_and_feed() {
        var start = Feed.end();
        var id = draft("Institut secret");

        await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages(RESTRICTED, id).size() == 1);

        assertThat(TopicReader.messages(PUBLIC, id)).isEmpty();
        assertThat(Feed.subjects(null, start, "")).doesNotContain(id);
        assertThat(Feed.subjects(Tokens.instituteAdmin(id), start, "institute.created"))
                .contains(id);
    }

    @Test
    void resumes_the_feed_exactly_where_a_cursor_stands() {
        var start = Feed.end();
        var id = active("Institut suivi");
        var all = await().atMost(20, SECONDS).until(() -> changesOf(id, start), found -> found.size() == 3);

        for (int i = 0; i < all.size(); i++) {
            var after = as(Tokens.networkAdmin())
                    .get("/v1/changes?limit=1&after={c}", all.get(i))
                    .then()
                    .statusCode(200)
                    .extract();
            if (i + 1 < all.size()) {
                assertThat(after.<String>path("items[0].cursor")).isEqualTo(all.get(i + 1));
            }
        }
        anonymous()
                .get("/v1/changes?after=nonsense")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
        anonymous().get("/v1/changes?types=!").then().statusCode(400);
    }

    @Test
    void says_where_to_go_on_even_before_the_first_change() {
        var beginning = anonymous()
                .get("/v1/changes?types=institute.merged")
                .then()
                .statusCode(200)
                .body("items", empty())
                .extract()
                .<String>path("resumeCursor");

        var id = draft("Institut d'après");
        await().atMost(20, SECONDS)
                .until(() -> subjects(as(Tokens.networkAdmin()).get("/v1/changes?limit=200&after={c}", beginning))
                        .contains(id));
    }

    @Test
    void gives_the_same_answer_to_the_same_request_with_the_same_key() {
        var key = "\"" + UUID.randomUUID() + "\"";
        var first = createWith(key, institute("Institut une fois"));
        var second = createWith(key, institute("Institut une fois"));

        first.then().statusCode(201);
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", equalTo(first.header("Location")))
                .header("ETag", equalTo(first.header("ETag")));
        assertThat(second.asString()).isEqualTo(first.asString());
        createWith(key, institute("Une autre demande"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        createWith("\"unfinished", institute("X")).then().statusCode(400);
    }

    @Test
    void creates_one_when_ten_ask_at_once_with_one_key() throws Exception {
        var key = "\"" + UUID.randomUUID() + "\"";
        Callable<Response> request = () -> createWith(key, institute("Institut simultané"));

        List<Response> answers;
        try (var clients = Executors.newFixedThreadPool(10)) {
            answers = clients.invokeAll(Stream.generate(() -> request).limit(10).toList()).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnly(201, 409)
                .contains(201);
        as(Tokens.networkAdmin())
                .get("/v1/institutes?q=simultane&total=true")
                .then()
                .body("total", equalTo(1));
        createWith(key, institute("Institut simultané")).then().statusCode(201);
    }

    @Test
    void stores_nothing_for_a_request_that_was_refused() {
        var key = "\"" + UUID.randomUUID() + "\"";

        createWith(key, "{}").then().statusCode(400).body("errors.pointer", hasItem("/names"));
        createWith(key, institute("Institut corrigé")).then().statusCode(201);
    }

    @Test
    void lets_one_of_two_concurrent_changes_win() throws Exception {
        var id = active("Institut disputé");
        var tag = etag(id);
        Callable<Integer> north = () ->
                patch(Tokens.networkAdmin(), id, tag, "{\"region\": \"MA-01\"}").statusCode();
        Callable<Integer> south = () ->
                patch(Tokens.networkAdmin(), id, tag, "{\"region\": \"MA-12\"}").statusCode();

        List<Integer> statuses;
        try (var clients = Executors.newFixedThreadPool(2)) {
            statuses = clients.invokeAll(List.of(north, south)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void closes_no_cycle_when_two_parents_change_at_once() throws Exception {
        for (int i = 0; i < 5; i++) {
            var one = active("Cycle un " + i);
            var two = active("Cycle deux " + i);
            Callable<Integer> first = () -> patch(Tokens.networkAdmin(), one, "*", "{\"parentId\": \"" + two + "\"}")
                    .statusCode();
            Callable<Integer> second = () -> patch(Tokens.networkAdmin(), two, "*", "{\"parentId\": \"" + one + "\"}")
                    .statusCode();

            List<Integer> statuses;
            try (var clients = Executors.newFixedThreadPool(2)) {
                statuses = clients.invokeAll(List.of(first, second)).stream()
                        .map(answer -> answer.resultNow())
                        .toList();
            }

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void carries_the_request_id_to_the_answer_and_the_message() {
        var id = active("Institut tracé");

        as(Tokens.networkAdmin())
                .header("X-Request-Id", "trace-me-1")
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"region\": \"MA-06\"}")
                .patch("/v1/institutes/{id}", id)
                .then()
                .statusCode(200)
                .header("X-Request-Id", equalTo("trace-me-1"));

        await().atMost(20, SECONDS).until(() -> TopicReader.messages(PUBLIC, id).stream()
                .anyMatch(message -> header(message, "requestid").equals("trace-me-1")));
        anonymous()
                .header("X-Request-Id", "no good!")
                .get("/v1/institutes/x")
                .then()
                .header("X-Request-Id", not(equalTo("no good!")))
                .body("requestId", notNullValue());
    }

    private static Response createWith(String key, String body) {
        return as(Tokens.networkAdmin())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/institutes");
    }

    private static List<String> changesOf(String id, String after) {
        return Feed.walk(after, "items.findAll { it.subject.id == '" + id + "' }.cursor");
    }

    private static List<String> subjects(Response feed) {
        return feed.then().statusCode(200).extract().path("items.subject.id");
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return TopicReader.header(message, name).orElse("");
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> message) throws Exception {
        return new ObjectMapper().readTree(new String(message.value(), StandardCharsets.UTF_8));
    }
}
