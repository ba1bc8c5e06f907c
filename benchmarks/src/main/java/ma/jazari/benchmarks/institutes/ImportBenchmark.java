package ma.jazari.benchmarks.institutes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.Progress;
import ma.jazari.benchmarks.records.InstituteLines;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;

/** Imports of institutes, straight at the service, some ten thousand a request. */
final class ImportBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINES_A_REQUEST = 25_000;
    private static final int LINES_AT_ONCE = 100;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration REMINDER = Duration.ofSeconds(20);

    private final Registry registry;
    private final Progress progress;
    private long notCreated;

    ImportBenchmark(Registry registry, Progress progress) {
        this.registry = registry;
        this.progress = progress;
    }

    Section run(InstituteLines source, int count) throws InterruptedException {
        progress.say(String.format(Locale.ROOT, "Import of %,d institutes, %s", count, source.describe()));
        var floors = new ArrayList<Transfer>();
        var figures = new ArrayList<Transfer>();
        for (int left = count; left > 0; left -= LINES_A_REQUEST) {
            var lines = lines(source, Math.min(left, LINES_A_REQUEST));
            if (floors.isEmpty()) {
                // Once to warm up.
                parse(lines);
            }
            floors.add(parse(lines));
            figures.add(send(lines));
        }
        var results = new ArrayList<>(new Transfers("import", figures).against(new Transfers("parsed alone", floors)));
        if (notCreated > 0) {
            results.add(new Line("import", "not created", "", notCreated, null, null));
        }
        return new Section(
                String.format(
                        Locale.ROOT,
                        "Import of %,d institutes (%s), up to %,d a request",
                        count,
                        source.describe(),
                        LINES_A_REQUEST),
                "the same lines parsed as JSON and nothing else, in this process",
                results);
    }

    private static List<byte[]> lines(InstituteLines source, int count) {
        var lines = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            lines.add((source.next() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static Transfer parse(List<byte[]> lines) {
        long begun = System.nanoTime();
        for (var line : lines) {
            if (tree(line).isEmpty()) {
                throw new BenchmarkException("A line to import is empty.");
            }
        }
        return new Transfer(lines.size(), bytes(lines), System.nanoTime() - begun);
    }

    private Transfer send(List<byte[]> lines) throws InterruptedException {
        long begun = System.nanoTime();
        var report = answer(lines);
        var transfer = new Transfer(lines.size(), bytes(lines), System.nanoTime() - begun);
        check(report, lines.size());
        progress.say(String.format(
                Locale.ROOT,
                "  %,d lines in %.1f s, %,.0f/s",
                transfer.lines(),
                transfer.seconds(),
                transfer.linesPerSecond()));
        return transfer;
    }

    private JsonNode answer(List<byte[]> lines) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(registry.institutesDirect() + "/import?confirmed=true"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + registry.token())
                .POST(BodyPublishers.ofByteArrays(new Told(progress, REMINDER).of(joined(lines))))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.sendAsync(request, BodyHandlers.ofByteArray());
            return report(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException failure) {
            throw new BenchmarkException("The import failed: " + failure.getCause(), failure);
        } catch (TimeoutException late) {
            throw new BenchmarkException("The import took longer than " + PATIENCE.toMinutes() + " minutes.", late);
        }
    }

    /** Fewer pieces to send. */
    private static List<byte[]> joined(List<byte[]> lines) {
        var pieces = new ArrayList<byte[]>();
        for (int from = 0; from < lines.size(); from += LINES_AT_ONCE) {
            var part = lines.subList(from, Math.min(lines.size(), from + LINES_AT_ONCE));
            var piece = new byte[Math.toIntExact(bytes(part))];
            int end = 0;
            for (var line : part) {
                System.arraycopy(line, 0, piece, end, line.length);
                end += line.length;
            }
            pieces.add(piece);
        }
        return pieces;
    }

    /** White space comes first, while the service works. */
    private static JsonNode report(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != OK) {
            throw new BenchmarkException("The import was answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return tree(answer.body());
    }

    private void check(JsonNode report, int sent) {
        long created = report.path("created").asLong();
        if (created == 0 || report.path("status").asText("COMPLETED").equals("FAILED")) {
            throw new BenchmarkException("The import wrote " + created + " of " + sent + " institutes: " + report);
        }
        if (created < sent) {
            notCreated += sent - created;
            progress.say("  of " + sent + " lines " + created + " were new, " + report.path("rejected")
                    + " refused; the first: " + report.path("lines").path(0));
        }
    }

    private static long bytes(List<byte[]> lines) {
        return lines.stream().mapToLong(line -> line.length).sum();
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException failure) {
            throw new BenchmarkException(
                    "This is no JSON: " + new String(json, StandardCharsets.UTF_8) + ": " + failure.getMessage(),
                    failure);
        }
    }
}
