package ma.jazari.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import ma.jazari.benchmarks.BenchmarkException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RushTest {

    private static final int CLIENTS = 50;
    private static final int BUSY = 10;

    private final Vertx vertx = Vertx.vertx();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<Object> connections = ConcurrentHashMap.newKeySet();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void answers_everybody_and_lets_those_come_back_who_are_told_to() throws InterruptedException {
        var outcome = Rush.of(calls(listen(), CLIENTS));

        assertThat(outcome.answers())
                .map(Buffer::toString)
                .containsExactlyElementsOf(
                        IntStream.range(0, CLIENTS).mapToObj(n -> "/" + n).toList());
        assertThat(outcome.sentAway()).isEqualTo(BUSY);
        assertThat(outcome.latencies().getTotalCount()).isEqualTo(CLIENTS);
        assertThat(outcome.lasted()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(outcome.round().completed()).isEqualTo(CLIENTS);
    }

    @Test
    void gives_each_client_a_connection_of_its_own() throws InterruptedException {
        Rush.of(calls(listen(), CLIENTS));

        assertThat(connections).hasSizeGreaterThanOrEqualTo(CLIENTS - BUSY);
    }

    @Test
    void fails_at_any_other_answer() throws InterruptedException {
        var calls = List.of(Call.get(URI.create("http://127.0.0.1:" + listen() + "/bad")));

        assertThatThrownBy(() -> Rush.of(calls))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("/bad was answered 404");
    }

    private static List<Call> calls(int port, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Call.get(URI.create("http://127.0.0.1:" + port + "/" + n)))
                .toList();
    }

    /** Sends the first few away once, and tells all others the path that they asked for. */
    private int listen() {
        return vertx.createHttpServer()
                .connectionHandler(connections::add)
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .map(HttpServer::actualPort)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void answer(HttpServerRequest request) {
        var path = request.path();
        var response = request.response();
        if (path.equals("/bad")) {
            response.setStatusCode(404).end();
        } else if (Integer.parseInt(path.substring(1)) < BUSY && seen.add(path)) {
            response.setStatusCode(503).putHeader("Retry-After", "1").end();
        } else {
            response.end(path);
        }
    }
}
