package ma.jazari.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import ma.jazari.gateway.network.GatewayTest;
import ma.jazari.gateway.network.Network;
import ma.jazari.gateway.network.RawHttp;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodyTest extends GatewayTest {

    private static final int LIMIT = 2 * 1024 * 1024;
    private static final int PIECE = 1024 * 1024;
    // What the buffers of three connections on one machine may hold between them.
    private static final long IN_BUFFERS = 64L * PIECE;

    @Test
    void takes_a_body_up_to_the_limit() {
        given().body(new byte[LIMIT]).post("/v1/institutes/echo").then().statusCode(200);
    }

    @Test
    void refuses_a_body_that_says_it_is_too_large_before_a_service_sees_it() throws IOException {
        try (var client = new RawHttp()) {
            client.send("POST /v1/institutes/echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + (LIMIT + 1) + "\r\n\r\n");

            assertThat(client.until("requestId")).startsWith("HTTP/1.1 413").contains("/problems/too-large");
        }
        assertThat(network.institutes.requests()).isZero();
    }

    @Test
    void counts_a_body_that_does_not_say_how_large_it_is_and_breaks_off() throws IOException {
        try (var client = new RawHttp()) {
            client.send("POST /v1/institutes/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int sent = 0; sent <= LIMIT; sent += PIECE) {
                client.send(Integer.toHexString(PIECE) + "\r\n")
                        .send(new byte[PIECE])
                        .send("\r\n");
            }

            assertThat(client.until("requestId")).startsWith("HTTP/1.1 413").contains("/problems/too-large");
        }
        await().until(() -> network.institutes.abandoned() == 1);
    }

    @Test
    void takes_larger_bodies_where_files_are_taken() {
        given().body(new byte[LIMIT + 1]).post("/v1/partners/import").then().statusCode(200);
        given().body(new byte[LIMIT + 1])
                .post("/v1/conventions/1/attachments")
                .then()
                .statusCode(200);
        given().body(new byte[26 * PIECE])
                .post("/v1/conventions/1/attachments")
                .then()
                .statusCode(413);
    }

    @Test
    void tells_a_client_that_waits_to_go_on_only_when_its_body_will_be_taken() throws IOException {
        var waits = "\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";
        try (var client = new RawHttp()) {
            client.send("POST /v1/institutes/echo HTTP/1.1" + waits + "5\r\n\r\n");
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 100");
            assertThat(client.send("12345").until("\"body\":5")).startsWith("HTTP/1.1 200");
        }
        try (var client = new RawHttp()) {
            client.send("POST /v1/institutes/echo HTTP/1.1" + waits + (LIMIT + 1) + "\r\n\r\n");
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void sends_an_answer_no_faster_than_the_client_reads_it() throws IOException {
        try (var client = new RawHttp()) {
            client.send("GET /v1/partners/large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            client.until("\r\n\r\n");

            untilSteady(network.partnerships::written);

            assertThat(network.partnerships.written()).isLessThan(IN_BUFFERS);
            assertThat(client.count(Network.LARGE)).isEqualTo(Network.LARGE);
        }
    }

    @Test
    void streams_over_http_2_no_faster_than_the_client_reads() throws Exception {
        var uri = URI.create("http://localhost:" + RestAssured.port + "/v1/partners/large");
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream());

            untilSteady(network.partnerships::written);
            assertThat(network.partnerships.written()).isLessThan(IN_BUFFERS);

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            try (var body = answer.body()) {
                assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(Network.LARGE);
            }
        }
    }

    @Test
    void takes_a_body_no_faster_than_the_service_reads_it() throws IOException, InterruptedException {
        var sent = new AtomicLong();
        try (var client = new RawHttp()) {
            client.send("POST /v1/partners/import HTTP/1.1\r\nHost: a\r\nX-Hold: 1\r\nContent-Length: " + Network.LARGE
                    + "\r\n\r\n");
            var sender = Thread.ofVirtual().start(() -> send(client, sent));

            untilSteady(sent::get);
            assertThat(sent.get()).isPositive().isLessThan(IN_BUFFERS);
            network.partnerships.release();

            assertThat(client.until("}")).startsWith("HTTP/1.1 200").contains("\"body\":" + Network.LARGE);
            sender.join();
        }
    }

    private static void send(RawHttp client, AtomicLong sent) {
        try {
            while (sent.get() < Network.LARGE) {
                client.send(new byte[PIECE]);
                sent.addAndGet(PIECE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the counter has begun and then stood still from one look to the next. */
    private static void untilSteady(LongSupplier counter) {
        var last = new AtomicLong();
        await().pollInterval(Duration.ofMillis(250)).until(() -> {
            long now = counter.getAsLong();
            return now > 0 && last.getAndSet(now) == now;
        });
    }
}
