package ma.jazari.localstack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import ma.jazari.localstack.LocalStackException;

/** The registry's public API at the gateway, as far as the samples need it. */
final class RegistryClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int FIRST_FAILURE = 300;

    /** The gateway cannot reach a service for a moment. */
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private final String token;

    RegistryClient(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** A record as it was answered, with what its next change must match. */
    record Stored(String id, String etag) {}

    /**
     * Creates a record.
     *
     * @param idempotencyKey the same one creates nothing again
     * @param alsoPassing statuses that are refusals in general and pass here in a moment
     */
    Stored create(String path, JsonNode record, String idempotencyKey, Set<Integer> alsoPassing) {
        return post(request(path, record, idempotencyKey).build(), alsoPassing);
    }

    /** Moves a record through its lifecycle. */
    Stored move(String path, Stored before, Sample.Move move, String idempotencyKey, Set<Integer> alsoPassing) {
        var body = JSON.createObjectNode().put("to", move.to()).put("reason", move.reason());
        var request = request(path + "/" + before.id() + "/transitions", body, idempotencyKey)
                .header("If-Match", before.etag())
                .build();
        return post(request, alsoPassing);
    }

    private HttpRequest.Builder request(String path, JsonNode body, String idempotencyKey) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "\"" + idempotencyKey + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private Stored post(HttpRequest request, Set<Integer> alsoPassing) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var answer = send(request);
        while (isPassing(answer.statusCode(), alsoPassing) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis()));
            answer = send(request);
        }
        return stored(answer);
    }

    private static boolean isPassing(int status, Set<Integer> alsoPassing) {
        return PASSING.contains(status) || alsoPassing.contains(status);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new LocalStackException("The gateway does not answer: " + failure.getMessage(), failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Loading the samples was interrupted", interruption);
        }
    }

    private static Stored stored(HttpResponse<String> answer) {
        if (answer.statusCode() >= FIRST_FAILURE) {
            throw new LocalStackException("A sample was refused: POST "
                    + answer.uri().getPath() + " was answered " + answer.statusCode() + " " + answer.body());
        }
        try {
            var id = JSON.readTree(answer.body()).path("id").asText();
            var etag = answer.headers().firstValue("ETag").orElse("");
            return new Stored(id, etag);
        } catch (IOException failure) {
            throw new LocalStackException("The answer is no JSON: " + failure.getMessage(), failure);
        }
    }
}
