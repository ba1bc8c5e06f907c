package ma.jazari.partnerships.institutecopy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.PUBLIC;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.RESTRICTED;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activated;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.anId;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.awaitCopy;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.copyOf;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What arrives of institutes, and what does not. */
@QuarkusTest
@WithTestResource(RealParts.class)
class InstituteMessagesTest {

    @TestHTTPResource(value = "/dead-letters/replay", management = true)
    URI replay;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    @Test
    void keeps_what_its_rules_need() {
        var id = anId();
        activated(id, 3);

        awaitCopy(id, "ACTIVE");

        var copy = copyOf(id).orElseThrow();
        assertThat(copy.version()).isEqualTo(3);
        assertThat(copy.country()).isEqualTo("MA");
        assertThat(copy.region()).isEqualTo("MA-03");
        assertThat(copy.kind()).isEqualTo("INSTITUTE");
        assertThat(copy.names()).contains("Institut");
    }

    @Test
    void ignores_what_is_older_than_its_copy() {
        var id = anId();
        activated(id, 3);
        awaitCopy(id, "ACTIVE");

        var older = TopicReader.publish(RESTRICTED, "institute.submitted", id, state(id, "PENDING", 2));

        await().atMost(20, SECONDS).until(() -> claims(older) == 1);

        assertThat(copyOf(id).orElseThrow().status()).isEqualTo("ACTIVE");
    }

    @Test
    void takes_a_repeated_message_once() throws Exception {
        var id = anId();
        var messageId = UUID.randomUUID().toString();
        TopicReader.publish(PUBLIC, messageId, "institute.activated", id, state(id, "ACTIVE", 3));
        awaitCopy(id, "ACTIVE");
        var before = repeated();

        // The same id with another content: had it an effect, it would show.
        TopicReader.publish(PUBLIC, messageId, "institute.suspended", id, state(id, "SUSPENDED", 4));

        await().atMost(20, SECONDS).until(() -> repeated() > before);
        assertThat(copyOf(id).orElseThrow().status()).isEqualTo("ACTIVE");
        assertThat(claims(messageId)).isEqualTo(1);
    }

    @Test
    void passes_over_what_it_does_not_know() {
        var id = anId();

        TopicReader.publish(PUBLIC, "solution.added", id, "{}");
        activated(id, 3);

        awaitCopy(id, "ACTIVE");
        assertThat(deadLetters(id)).isEmpty();
    }

    @Test
    void puts_aside_what_it_cannot_read_and_goes_on() {
        var id = anId();
        TopicReader.publish(PUBLIC, "institute.activated", id, "{\"broken\": ");
        activated(id, 3);

        awaitCopy(id, "ACTIVE");

        var letter = await().atMost(20, SECONDS)
                .until(() -> deadLetters(id), found -> found.size() == 1)
                .getFirst();
        assertThat(TopicReader.header(letter, "jazari-reason")).get().asString().contains("not JSON");
        assertThat(TopicReader.header(letter, "jazari-consumer")).contains("partnerships-service");
        assertThat(TopicReader.header(letter, "ce_type")).contains("ma.jazari.institute.activated.v1");
    }

    @Test
    void handles_a_dead_letter_when_it_is_replayed_and_can_be_handled() throws Exception {
        var id = anId();
        refuseCopiesOf(id);
        activated(id, 3);
        await().atMost(20, SECONDS).until(() -> deadLetters(id).size() == 1);
        assertThat(copyOf(id)).isEmpty();

        acceptCopiesOf(id);
        RestAssured.given().post(replay).then().statusCode(200);

        assertThat(copyOf(id).orElseThrow().status()).isEqualTo("ACTIVE");
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(String id) {
        // Other readers of the topic put aside what they cannot read, too.
        return TopicReader.messages(PUBLIC + ".dead-letter", id).stream()
                .filter(letter -> TopicReader.header(letter, "jazari-consumer")
                        .filter("partnerships-service"::equals)
                        .isPresent())
                .toList();
    }

    private double repeated() {
        return metrics.counter("jazari.inbox.messages", "outcome", "repeated").count();
    }

    private void refuseCopiesOf(String id) throws Exception {
        execute("alter table institute_copy add constraint refuse_" + id + " check (id <> '" + id + "')");
    }

    private void acceptCopiesOf(String id) throws Exception {
        execute("alter table institute_copy drop constraint refuse_" + id);
    }

    private void execute(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int claims(String messageId) throws Exception {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from inbox where message_id = ?")) {
            select.setString(1, messageId);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
