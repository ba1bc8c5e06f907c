package ma.jazari.localstack.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import ma.jazari.localstack.LocalStackException;
import org.jspecify.annotations.Nullable;

/** The checks of the services' logs, at the gateway. */
public final class RegistryCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    // Until the answer begins; how long it goes on is a matter of how long the log is.
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final URI gateway;
    private final String token;

    /** @param token of a network administrator or an auditor */
    public RegistryCheck(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /**
     * Checks the log of the service, and waits for the end of it.
     *
     * @throws LocalStackException if it could not be checked to the end
     */
    public CheckOutcome run(LogOwner owner, CheckListener listener) {
        var request = HttpRequest.newBuilder(gateway.resolve(owner.path()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/x-ndjson, application/problem+json")
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return read(owner, http.send(request, BodyHandlers.ofInputStream()), listener);
        } catch (IOException failure) {
            throw new LocalStackException(
                    "The check of " + owner.word() + " broke off: " + failure.getMessage()
                            + ". Does the stack run? See: ./jazari status",
                    failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("The check was interrupted", interruption);
        }
    }

    private static CheckOutcome read(LogOwner owner, HttpResponse<InputStream> answer, CheckListener listener)
            throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            if (answer.statusCode() != OK) {
                var problem = JSON.readTree(lines);
                throw new LocalStackException("The log of " + owner.word() + " was not checked: "
                        + problem.path("detail").asText("the gateway answered " + answer.statusCode()));
            }
            var outcome = read(lines, listener);
            if (outcome == null) {
                throw new LocalStackException("The check of " + owner.word() + " broke off without a result.");
            }
            return outcome;
        }
    }

    private static @Nullable CheckOutcome read(BufferedReader lines, CheckListener listener) throws IOException {
        CheckOutcome outcome = null;
        for (var text = lines.readLine(); text != null; text = lines.readLine()) {
            JsonNode line = JSON.readTree(text);
            if (line.has("result")) {
                outcome = CheckOutcome.of(line.path("result"));
            } else if (line.has("finding")) {
                listener.found(FindingLine.of(line.path("finding")));
            } else {
                listener.checked(line.path("checked").asLong(), line.path("of").asLong());
            }
        }
        return outcome;
    }
}
