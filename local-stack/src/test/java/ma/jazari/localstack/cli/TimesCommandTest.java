package ma.jazari.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import ma.jazari.localstack.LocalStackException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command, against an address that answers as the service does. */
class TimesCommandTest {

    private static final String MOVED =
            """
            {"id": "019c1e2a", "status": "PUBLISHED", "titles": [{"value": "Séminaire", "lang": "fr"}], "zone": "Africa/Casablanca",
             "before": {"start": "2026-11-22T10:00", "end": "2026-11-22T12:00", "startInstant": "2026-11-22T09:00:00Z",
                        "endInstant": "2026-11-22T11:00:00Z", "tzdb": "2026a"},
             "after": {"start": "2026-11-22T10:00", "end": "2026-11-22T12:00", "startInstant": "2026-11-22T10:00:00Z",
                       "endInstant": "2026-11-22T12:00:00Z", "tzdb": "2026c"},
             "sessions": 2, "version": 4}
            """;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream terminal = System.out;
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private int status = 200;
    private HttpServer gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/v1/program-events/time-rules", this::answer);
        gateway.start();
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(terminal);
        gateway.stop(0);
    }

    @Test
    void shows_what_moves_page_by_page_and_moves_nothing() {
        answers.add("{\"items\": [], \"nextCursor\": \"abc\"}");
        answers.add("{\"items\": [" + MOVED + "]}");

        assertThat(times(false)).isEqualTo(1);

        assertThat(requests).containsExactly("GET limit=50", "GET limit=50&cursor=abc");
        assertThat(shown())
                .contains("019c1e2a PUBLISHED Séminaire")
                .contains("2026-11-22T10:00 in Africa/Casablanca is 2026-11-22T10:00:00Z by tzdb 2026c, "
                        + "and was 2026-11-22T09:00:00Z by 2026a")
                .contains("2 sessions")
                .contains("1 program event to be moved, by: ./jazari times --apply");
    }

    @Test
    void is_content_when_nothing_moves() {
        answers.add("{\"items\": []}");

        assertThat(times(false)).isZero();
        assertThat(shown()).contains("Every program event is where the rules of now put it.");
    }

    @Test
    void moves_everything_when_it_is_told_to() {
        answers.add("{\"items\": [" + MOVED + "], \"failed\": [], \"nextCursor\": \"abc\"}");
        answers.add("{\"items\": [" + MOVED + "], \"failed\": []}");

        assertThat(times(true)).isZero();

        assertThat(requests).containsExactly("POST limit=50", "POST limit=50&cursor=abc");
        assertThat(shown()).contains("2 program events moved.");
    }

    @Test
    void names_what_could_not_be_moved_and_fails() {
        answers.add("{\"items\": [], \"failed\": [\"019c1e2b\"]}");

        assertThat(times(true)).isEqualTo(1);
        assertThat(shown()).contains("019c1e2b could not be moved").contains("0 program events moved, 1 not.");
    }

    @Test
    void passes_a_refusal_on() {
        status = 403;
        answers.add("{\"detail\": \"That is for the network administrator.\"}");

        assertThatThrownBy(() -> times(true))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("That is for the network administrator.");
    }

    private int times(boolean apply) {
        var address = URI.create("http://localhost:" + gateway.getAddress().getPort());
        return new TimesCommand(new Console(), address, () -> "token").run(new Command.Times(apply));
    }

    private String shown() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getQuery());
            var bytes = answers.remove().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
