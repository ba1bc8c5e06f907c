package ma.jazari.benchmarks.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.Progress;
import ma.jazari.benchmarks.records.GeneratedInstitutes;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;

/** The institutes that hold events and report figures: imported as anybody imports them, and known to events-service. */
final class Hosts {

    private static final int COUNT = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Registry registry;
    private final EventsDatabase database;
    private final Progress progress;

    Hosts(Registry registry, EventsDatabase database, Progress progress) {
        this.registry = registry;
        this.database = database;
        this.progress = progress;
    }

    List<Host> make() throws InterruptedException {
        progress.say("Import of " + COUNT + " institutes, made up");
        long created = importLines().path("created").asLong();
        if (created == 0) {
            throw new BenchmarkException("No institute was imported.");
        }
        try (var pipeline = Pipeline.ofInstitutes(registry, progress)) {
            pipeline.awaitIdle();
        }
        var hosts = database.hosts();
        if (hosts.size() < created) {
            throw new BenchmarkException(
                    "Of " + created + " institutes events-service knows " + hosts.size() + " after a minute.");
        }
        return hosts;
    }

    private JsonNode importLines() throws InterruptedException {
        try (var http = HttpClient.newHttpClient();
                var lines = new GeneratedInstitutes()) {
            var body = Stream.generate(lines::next).limit(COUNT).collect(Collectors.joining("\n"));
            var request = HttpRequest.newBuilder(URI.create(registry.institutesDirect() + "/import?confirmed=true"))
                    .header("Content-Type", "application/x-ndjson")
                    .header("Authorization", "Bearer " + registry.token())
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new BenchmarkException("The import failed: " + failure, failure);
        }
    }
}
