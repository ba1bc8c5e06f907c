package ma.jazari.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.jazari.gateway.feed.ServedFeed.place;
import static ma.jazari.gateway.feed.ServedFeed.serve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import ma.jazari.gateway.network.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The change feed as a stream: nothing missed, nothing twice, nobody waited for. */
@QuarkusTest
@TestProfile(StreamTest.Impatient.class)
class StreamTest extends GatewayTest {

    private static final int MOST = 3;

    /** Pings often, and has room for few. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "jazari.gateway.stream.pulse", "100ms",
                    "jazari.gateway.stream.ping", "300ms",
                    "jazari.gateway.stream.patience", "1S",
                    "jazari.gateway.feed.timeout", "5S",
                    "jazari.gateway.revoked-clients-every", "100ms",
                    "jazari.gateway.stream.most-per-caller", String.valueOf(MOST),
                    "jazari.gateway.limits.requests", "5");
        }
    }

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void fillTheFeed() {
        serve(network.institutes, "institutes-service", 100, 10, 30);
        serve(network.partnerships, "partnerships-service", 100, 20);
        serve(network.events, "events-service", 100, 25);
    }

    @Test
    void sends_what_there_is_and_then_what_comes() throws IOException {
        try (var reader = new Reader("")) {
            var there = reader.untilChange(30);
            serve(network.partnerships, "partnerships-service", 200, 20, 110);
            serve(network.institutes, "institutes-service", 200, 10, 30, 120);
            serve(network.events, "events-service", 200, 25);
            var came = reader.untilChange(120);

            assertThat(there).startsWith("HTTP/1.1 200").containsIgnoringCase("content-type: text/event-stream");
            assertThat(Reader.seqs(there)).containsExactly(10L, 20L, 25L, 30L);
            assertThat(Reader.seqs(came)).containsExactly(110L, 120L);
            assertThat(came)
                    .contains("id: " + place("partnerships-service", 110) + "\nevent: partner.activated\ndata: {");
        }
    }

    @Test
    void goes_on_after_the_last_id_that_a_reader_has_seen() throws IOException {
        var seen = "Last-Event-ID: " + place("partnerships-service", 20) + "\r\n";

        try (var reader = new Reader("?after=" + place("institutes-service", 10), seen)) {
            assertThat(Reader.seqs(reader.untilChange(30))).containsExactly(25L, 30L);
        }
    }

    @Test
    void begins_at_the_present_for_those_who_say_so() throws IOException {
        try (var reader = new Reader("?after=now")) {
            var before = reader.until("\n\n");
            serve(network.events, "events-service", 200, 25, 150);
            serve(network.institutes, "institutes-service", 200, 10, 30);
            serve(network.partnerships, "partnerships-service", 200, 20);

            assertThat(before).contains("retry: ", "id: ");
            assertThat(Reader.seqs(reader.untilChange(150))).containsExactly(150L);
        }
    }

    @Test
    void sends_only_the_types_that_are_wanted() throws IOException {
        try (var reader = new Reader("?after=" + place("institutes-service", 30) + "&types=partner.*")) {
            reader.until(": ping");
            serve(network.institutes, "institutes-service", 200, 10, 30, 105);
            serve(network.events, "events-service", 200, 25, 106);
            serve(network.partnerships, "partnerships-service", 200, 20, 107);

            assertThat(Reader.seqs(reader.untilChange(107))).containsExactly(107L);
        }
    }

    @Test
    void shows_that_it_is_alive_and_how_far_it_has_come() throws IOException {
        try (var reader = new Reader("?types=nothing.of-this")) {
            reader.until(": ping");

            assertThat(reader.until(": ping")).contains("id: " + place("partnerships-service", 100));
        }
    }

    @Test
    void loses_and_repeats_nothing_while_a_service_is_away() throws IOException {
        try (var reader = new Reader("")) {
            reader.untilChange(30);
            network.partnerships.close();
            serve(network.institutes, "institutes-service", 200, 10, 30, 110);
            serve(network.events, "events-service", 200, 25);
            var away = reader.until(": ping") + reader.until(": ping") + reader.until(": ping");
            network.partnerships.reset();
            serve(network.partnerships, "partnerships-service", 200, 20, 105);

            assertThat(Reader.seqs(away)).isEmpty();
            assertThat(Reader.seqs(reader.untilChange(110))).containsExactly(105L, 110L);
        }
    }

    @Test
    void sends_all_to_a_reader_that_is_slow() throws IOException {
        try (var reader = new Reader("")) {
            reader.untilChange(30);
            fillWithLargeChanges();
            await().until(() -> gauge("jazari.gateway.streams.waiting") > 0);

            assertThat(Reader.seqs(reader.untilChange(1_150)))
                    .isEqualTo(LongStream.rangeClosed(1_001, 1_150).boxed().toList());
        }
    }

    @Test
    void cuts_a_reader_off_that_takes_nothing() throws IOException {
        try (var reader = new Reader("")) {
            reader.untilChange(30);
            fillWithLargeChanges();
            await().atMost(Duration.ofSeconds(10)).until(() -> gauge("jazari.gateway.streams.open") == 0);
            var rest = reader.rest();
            var seqs = Reader.seqs(rest);

            assertThat(rest).doesNotEndWith(Reader.WHOLE_END);
            assertThat(seqs)
                    .hasSizeLessThan(150)
                    .isSubsetOf(LongStream.rangeClosed(1_001, 1_150).boxed().toList());
        }
    }

    @Test
    void ends_when_the_token_expires() throws IOException {
        var token = network.keycloak.tokenFor(Duration.ofSeconds(2));

        try (var reader = new Reader("", "Authorization: Bearer " + token + "\r\n")) {
            assertThat(reader.until(Reader.WHOLE_END)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void ends_when_the_client_is_revoked_although_its_token_is_valid() throws IOException {
        try (var revoked = new Reader("", authorized("partner-lost"));
                var other = new Reader("", authorized("partner-kept"))) {
            revoked.untilChange(30);
            other.untilChange(30);
            network.partnerships.answers("/internal/clients/revoked", "200 OK", "text/plain", "partner-lost");

            var rest = revoked.until(Reader.WHOLE_END);
            serve(network.events, "events-service", 200, 25, 150);
            serve(network.institutes, "institutes-service", 200, 10, 30);
            serve(network.partnerships, "partnerships-service", 200, 20);

            assertThat(Reader.seqs(rest)).isEmpty();
            assertThat(Reader.seqs(other.untilChange(150))).containsExactly(150L);
        }
        try (var again = new Reader("", authorized("partner-lost"))) {
            assertThat(again.until("\r\n")).startsWith("HTTP/1.1 401");
        }
    }

    private String authorized(String client) {
        return "Authorization: Bearer " + network.keycloak.tokenOf(client) + "\r\n";
    }

    @Test
    void gives_a_caller_so_many_streams_and_takes_nobody_elses_place() throws IOException {
        var token = "Authorization: Bearer " + network.keycloak.token() + "\r\n";
        var readers = new ArrayList<Reader>();
        try {
            for (int i = 0; i < MOST; i++) {
                for (var headers : List.of("", token)) {
                    var reader = new Reader("", headers);
                    reader.untilChange(30);
                    readers.add(reader);
                }
            }

            stream().get("/v1/changes").then().statusCode(429).body("type", equalTo("/problems/rate-limited"));
            given().get("/v1/changes").then().statusCode(200);

            readers.removeFirst().close();
            await().atMost(Duration.ofSeconds(5)).until(() -> gauge("jazari.gateway.streams.open") < 2 * MOST);
            try (var next = new Reader("")) {
                assertThat(next.untilChange(30)).startsWith("HTTP/1.1 200");
            }
        } finally {
            for (var reader : readers) {
                reader.close();
            }
        }
    }

    @Test
    void refuses_before_it_begins() {
        stream().get("/v1/changes?after=abc").then().statusCode(400).body("type", equalTo("/problems/invalid-cursor"));
        stream().header("Last-Event-ID", "abc").get("/v1/changes").then().statusCode(400);
        stream().get("/v1/changes?since=1").then().statusCode(400);
        stream()
                .header("Authorization", "Bearer " + network.keycloak.expired())
                .get("/v1/changes")
                .then()
                .statusCode(401);

        network.events.answers(
                "/v1/changes",
                "410 Gone",
                "application/problem+json",
                "{\"type\":\"/problems/gone\",\"export\":\"/x\"}");
        stream()
                .get("/v1/changes")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("export", equalTo("/x"));

        network.partnerships.close();
        stream().get("/v1/changes").then().statusCode(503).body("unreachable", contains("partnerships-service"));
    }

    private void fillWithLargeChanges() {
        serve(network.institutes, "institutes-service", 2_000, 10, 30);
        serve(network.events, "events-service", 2_000, 25);
        serve(
                network.partnerships,
                "partnerships-service",
                new String(new byte[60_000], UTF_8).replace('\0', 'x'),
                2_000,
                LongStream.rangeClosed(1_001, 1_150).toArray());
    }

    private static RequestSpecification stream() {
        return given().header("Accept", "text/event-stream");
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }
}
