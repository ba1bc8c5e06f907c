package ma.jazari.benchmarks.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.records.InstituteLines;

/** Institutes that are needed before anything is measured, imported as anybody imports them. */
public final class InstituteImport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private InstituteImport() {}

    /** Imports the next of the lines; returns how many of them were new. */
    public static long of(Registry registry, InstituteLines lines, int count) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var body = Stream.generate(lines::next).limit(count).collect(Collectors.joining("\n"));
            var request = HttpRequest.newBuilder(URI.create(registry.institutesDirect() + "/import?confirmed=true"))
                    .header("Content-Type", "application/x-ndjson")
                    .header("Authorization", "Bearer " + registry.token())
                    .POST(BodyPublishers.ofString(body))
                    .build();
            long created = JSON.readTree(
                            http.send(request, BodyHandlers.ofString()).body())
                    .path("created")
                    .asLong();
            if (created == 0) {
                throw new BenchmarkException("No institute was imported.");
            }
            return created;
        } catch (IOException failure) {
            throw new BenchmarkException("The import failed: " + failure, failure);
        }
    }
}
