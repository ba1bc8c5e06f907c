package ma.jazari.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.verify.LogOwner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command, against an address that answers as the services do. */
class VerifyCommandTest {

    private static final String RESULT =
            """
            {"result": {"records": 2, "entries": 5, "findings": %d, "headsDigests": {"INSTITUTE": "ab12"}, "notCompared": [], "seconds": 0.1}}
            """;
    private static final String FINDING =
            """
            {"checked": 0, "of": 5}
            {"finding": {"kind": "RECORD_ALTERED", "table": "institute", "subject": {"type": "INSTITUTE", "id": "j00000098"}, "version": 3, "detail": "/region is MA-05 in the table"}}
            {"checked": 5, "of": 5}
            """;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream terminal = System.out;
    private HttpServer gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.start();
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(terminal);
        gateway.stop(0);
    }

    @Test
    void is_content_when_every_service_is() {
        answers("/v1/institutes/integrity", 200, RESULT.formatted(0));
        answers("/v1/partners/integrity", 200, RESULT.formatted(0));
        answers("/v1/program-events/integrity", 200, RESULT.formatted(0));

        assertThat(verify(Optional.empty())).isZero();
        assertThat(shown())
                .contains("institutes ", "partnerships ", "events ")
                .contains("2 records, 5 changes, 0 findings", "heads of INSTITUTE ab12", "All is as it was written.");
    }

    @Test
    void names_what_was_found_and_fails() {
        answers("/v1/institutes/integrity", 200, FINDING + RESULT.formatted(1));

        assertThat(verify(Optional.of(LogOwner.INSTITUTES))).isEqualTo(1);
        assertThat(shown())
                .contains(
                        "RECORD_ALTERED in institute: INSTITUTE j00000098, version 3", "/region is MA-05 in the table")
                .contains("1 finding.");
    }

    @Test
    void takes_an_answer_without_a_result_for_no_answer() {
        answers("/v1/institutes/integrity", 200, FINDING);

        assertThatThrownBy(() -> verify(Optional.of(LogOwner.INSTITUTES)))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("broke off without a result");
    }

    @Test
    void passes_a_refusal_on() {
        answers("/v1/institutes/integrity", 409, "{\"detail\": \"A check of this log is running already.\"}");

        assertThatThrownBy(() -> verify(Optional.of(LogOwner.INSTITUTES)))
                .hasMessageContaining("A check of this log is running already.");
    }

    private int verify(Optional<LogOwner> owner) {
        var address = URI.create("http://localhost:" + gateway.getAddress().getPort());
        return new VerifyCommand(new Console(), address, () -> "token").run(new Command.Verify(owner));
    }

    private String shown() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private void answers(String path, int status, String body) {
        gateway.createContext(path, exchange -> {
            try (exchange) {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }
}
