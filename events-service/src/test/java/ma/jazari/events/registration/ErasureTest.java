package ma.jazari.events.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.events.registration.RegistrationFixture.address;
import static ma.jazari.events.registration.RegistrationFixture.erase;
import static ma.jazari.events.registration.RegistrationFixture.own;
import static ma.jazari.events.registration.RegistrationFixture.person;
import static ma.jazari.events.registration.RegistrationFixture.places;
import static ma.jazari.events.registration.RegistrationFixture.registered;
import static ma.jazari.events.registration.RegistrationFixture.seminar;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.jazari.events.LogLines;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** Whoever had itself erased is nowhere any more: in no table, on no topic, in no feed and no log. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ErasureTest {

    private static final String RESTRICTED = "jazari.registrations.restricted";
    private static final String COLUMNS =
            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'";

    // Bytes are written in hex.
    private static final String HOLDS =
            "strpos(lower(t::text), lower(?)) > 0 or strpos(t::text, encode(convert_to(?, 'UTF8'), 'hex')) > 0";

    @Inject
    AgroalDataSource database;

    @Test
    void leaves_nothing_of_a_person_anywhere() throws Exception {
        try (var logged = LogLines.listen()) {
            var host = ApiFixture.activeInstitute();
            var event = seminar(host, "{\"capacity\": 1, \"approval\": true}");
            var before = Feed.end();
            var address = address();
            var name = "Zoubida " + UUID.randomUUID().toString().substring(0, 8);
            // Its subject holds it, too.
            var account = "zoubida." + UUID.randomUUID();
            var link = as(Tokens.of(account, Set.of("partner"), Map.of("partners", List.of("p00000098"))))
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                    .body(person(address, "").replace("Amina Berrada", name))
                    .post("/v1/program-events/{id}/registrations", event)
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("manageUrl");
            var id = own(link)
                    .then()
                    .statusCode(200)
                    .body("name", equalTo(name))
                    .extract()
                    .<String>path("id");
            var next = registered(event);
            admit(host, event, id);
            admit(host, event, next.getString("id"));
            assertThat(tablesThatHold(address)).contains("registration", "idempotency_key");
            as(Tokens.instituteAdmin(host))
                    .get("/v1/program-events/{id}/registrations", event)
                    .then()
                    .statusCode(200);

            erase(link).then().statusCode(204);

            own(link).then().statusCode(404);
            erase(link).then().statusCode(404);
            own(next.getString("manageUrl")).then().body("state", equalTo("OFFERED"));
            assertThat(places(event).getInt("confirmed")).isZero();
            var messages = await().atMost(20, SECONDS)
                    .until(() -> TopicReader.messages(RESTRICTED, id), found -> found.size() == 3);
            assertThat(messages).allSatisfy(message -> assertThat(MessageSchema.violations(message))
                    .isEmpty());
            var told = Feed.walk(Tokens.networkAdmin(), before, "registration.*", "items")
                    .toString();
            assertThat(told).contains(id);
            for (var secret : List.of(address, name, link.substring(link.indexOf("key=") + 4), account)) {
                assertThat(tablesThatHold(secret)).isEmpty();
                assertThat(topicsThatHold(secret)).isEmpty();
                assertThat(told).doesNotContain(secret);
                assertThat(logged.all()).noneMatch(line -> line.contains(secret));
            }
        }
    }

    @Test
    void finds_kept_answers_without_reading_all() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (var plan =
                    statement.executeQuery("explain " + Traces.ANSWERS.replace("?", "'" + UUID.randomUUID() + "'"))) {
                var lines = new ArrayList<String>();
                while (plan.next()) {
                    lines.add(plan.getString(1));
                }
                assertThat(lines).anyMatch(line -> line.contains("idempotency_key_by_record"));
            } finally {
                statement.execute("reset enable_seqscan");
            }
        }
    }

    /** By a request whose answer is kept. */
    private static void admit(String host, String event, String registration) {
        as(Tokens.instituteAdmin(host))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .body("{\"to\": \"CONFIRMED\"}")
                .post("/v1/program-events/{id}/registrations/{rid}/transitions", event, registration)
                .then()
                .statusCode(200);
    }

    private List<String> tablesThatHold(String text) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var tables = connection.prepareStatement(COLUMNS);
                var table = tables.executeQuery()) {
            while (table.next()) {
                var name = table.getString(1);
                try (var select =
                        connection.prepareStatement("select 1 from \"" + name + "\" t where " + HOLDS + " limit 1")) {
                    select.setString(1, text);
                    select.setString(2, text);
                    try (var row = select.executeQuery()) {
                        if (row.next()) {
                            found.add(name);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> topicsThatHold(String text) {
        return List.of(RESTRICTED, "jazari.registrations", "jazari.program-events", "jazari.program-events.restricted")
                .stream()
                .filter(topic -> TopicReader.all(topic).stream().anyMatch(message -> holds(message, text)))
                .toList();
    }

    private static boolean holds(ConsumerRecord<String, byte[]> message, String text) {
        var headers = Arrays.stream(message.headers().toArray()).map(Header::value);
        return Stream.concat(Stream.of(message.value()), headers)
                .anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(text));
    }
}
