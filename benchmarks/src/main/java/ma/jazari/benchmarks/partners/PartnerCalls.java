package ma.jazari.benchmarks.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.stack.Registry;

/** What is asked of the service for its answers, not for how long they take. */
final class PartnerCalls implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Registry registry;
    private final HttpClient http = HttpClient.newHttpClient();

    PartnerCalls(Registry registry) {
        this.registry = registry;
    }

    /** The report of an import. */
    JsonNode importLines(byte[] lines) throws InterruptedException {
        return post("/import?confirmed=true", "application/x-ndjson", lines);
    }

    /** For each text the ROR id of the partner that is chosen. */
    List<Optional<String>> match(List<String> texts) throws InterruptedException {
        var results = post("/match", "application/json", bytes(Map.of("texts", texts)))
                .path("results");
        return all(results).stream()
                .map(result -> all(result.path("items")).stream()
                        .filter(item -> item.path("chosen").asBoolean())
                        .findFirst()
                        .map(PartnerCalls::rorId))
                .toList();
    }

    /** One that was chosen and has no ROR id is a sample of the registry: a wrong choice, too. */
    private static String rorId(JsonNode item) {
        return all(item.path("partner").path("externalIds")).stream()
                .filter(id -> id.path("scheme").asText().equals("ROR"))
                .map(id -> id.path("value").asText())
                .findFirst()
                .orElse("none");
    }

    /** Some partners, with id and name. */
    JsonNode page(String query) throws InterruptedException {
        return answer(HttpRequest.newBuilder(address(query)).build());
    }

    private JsonNode post(String path, String type, byte[] body) throws InterruptedException {
        return answer(HttpRequest.newBuilder(address(path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + registry.token())
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private URI address(String rest) {
        return URI.create(registry.partnersDirect() + rest);
    }

    private JsonNode answer(HttpRequest request) throws InterruptedException {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new BenchmarkException(
                        request.uri() + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new BenchmarkException("partnerships-service does not answer: " + failure, failure);
        }
    }

    private static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException failure) {
            throw new BenchmarkException("A text is no JSON: " + failure.getMessage(), failure);
        }
    }

    private static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Override
    public void close() {
        http.close();
    }
}
