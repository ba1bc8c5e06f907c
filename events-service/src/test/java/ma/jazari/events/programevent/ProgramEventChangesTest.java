package ma.jazari.events.programevent;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.programevent.ApiFixture.draft;
import static ma.jazari.events.programevent.ApiFixture.etag;
import static ma.jazari.events.programevent.ApiFixture.move;
import static ma.jazari.events.programevent.ApiFixture.patch;
import static ma.jazari.events.programevent.ApiFixture.published;
import static ma.jazari.events.programevent.ApiFixture.seminar;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
class ProgramEventChangesTest {

    private static final String PUBLIC = "jazari.program-events";
    private static final String RESTRICTED = "jazari.program-events.restricted";

    @Inject
    AgroalDataSource database;

    @Test
    void leaves_one_change_and_one_message_for_each_write() throws Exception {
        var id = published("Publié");
        patch(Tokens.networkAdmin(), id, etag(id), "{\"end\": \"2026-06-01T13:00\"}")
                .then()
                .statusCode(200);
        patch(Tokens.networkAdmin(), id, etag(id), "{\"languages\": [\"fr\"]}")
                .then()
                .statusCode(200);
        move(id, "CANCELLED").then().statusCode(200);

        var messages =
                await().atMost(20, SECONDS).until(() -> TopicReader.messages(PUBLIC, id), found -> found.size() == 4);
        assertThat(messages).allSatisfy(message -> assertThat(MessageSchema.violations(message))
                .isEmpty());

        assertThat(changes(id))
                .containsExactly(
                        "program-event.drafted 1",
                        "program-event.published 2",
                        "program-event.rescheduled 3",
                        "program-event.updated 4",
                        "program-event.cancelled 5");
        assertThat(messages)
                .extracting(message -> TopicReader.header(message, "ce_type").orElse(""))
                .containsExactly(
                        "ma.jazari.program-event.published.v1",
                        "ma.jazari.program-event.rescheduled.v1",
                        "ma.jazari.program-event.updated.v1",
                        "ma.jazari.program-event.cancelled.v1");
        var last = json(messages.getLast());
        assertThat(last.get("status").asText()).isEqualTo("CANCELLED");
        assertThat(last.get("sequence").asInt()).isEqualTo(2);
        assertThat(last.get("startInstant").asText()).isEqualTo("2026-06-01T09:00:00Z");
        assertThat(TopicReader.messages(RESTRICTED, id)).hasSize(1);
    }

    @Test
    void keeps_a_draft_off_the_public_topic_and_feed() {
        var since = Feed.end();
        var id = draft("Secret", "j00000098");

        await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages(RESTRICTED, id).size() == 1);

        assertThat(TopicReader.messages(PUBLIC, id)).isEmpty();
        assertThat(Feed.subjects(null, since, "")).doesNotContain(id);
        assertThat(Feed.subjects(Tokens.instituteAdmin("j00000098"), since, "program-event.drafted"))
                .contains(id);
    }

    @Test
    void carries_out_the_same_request_with_the_same_key_once() {
        var key = "\"" + UUID.randomUUID() + "\"";
        var body = seminar("Une fois", "j00000098");

        var first = createWith(key, body);
        var second = createWith(key, body);

        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(second.asString()).isEqualTo(first.asString());
        createWith(key, seminar("Deux fois", "j00000098")).then().statusCode(422);
    }

    @Test
    void leaves_nothing_of_a_change_that_is_refused() throws Exception {
        var id = published("Refusé");
        patch(Tokens.networkAdmin(), id, etag(id), "{\"attendance\": \"MIXED\"}")
                .then()
                .statusCode(400);

        assertThat(changes(id)).hasSize(2);
        anonymous().get("/v1/program-events/{id}", id).then().body("attendance", equalTo("ON_SITE"));
    }

    private static Response createWith(String key, String body) {
        return as(Tokens.networkAdmin())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/program-events");
    }

    private List<String> changes(String id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select type, subject_version from change_log where subject_id = ? order by position")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                var changes = new ArrayList<String>();
                while (row.next()) {
                    changes.add(row.getString(1) + " " + row.getLong(2));
                }
                return changes;
            }
        }
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> message) throws Exception {
        return new ObjectMapper().readTree(new String(message.value(), StandardCharsets.UTF_8));
    }
}
