package ma.jazari.benchmarks.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;

/**
 * The body of a large import on its way through the gateway: how fast, and in how much memory. No service takes a GB in
 * one request, so behind that gateway stands a server that counts bytes; then institutes-service gets as much as it takes.
 */
final class LargeBodyBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IMPORT = "/v1/institutes/import";
    private static final int OK = 200;
    private static final long BYTES_A_MIB = 1024 * 1024;
    private static final int PART_TO_WARM_UP = 8;

    /** What institutes-service takes in one request, 200 MB and 100,000 lines, and a little less. */
    private static final int LINE_BYTES = 2_000;

    private static final int LINES = 99_000;

    private final Registry registry;
    private final Rounds rounds;

    LargeBodyBenchmark(Registry registry, Rounds rounds) {
        this.registry = registry;
        this.rounds = rounds;
    }

    /** An import under way: bytes, and how long they took. */
    private record Sent(long bytes, double seconds, String answer) {

        double mebibytesPerSecond() {
            return bytes / (double) BYTES_A_MIB / seconds;
        }
    }

    Section run(int mebibytes) throws InterruptedException {
        rounds.progress().say(String.format(Locale.ROOT, "A body of %,d MiB through the gateway", mebibytes));
        var lines = new ArrayList<Line>();
        try (var sink = new Sink()) {
            lines.addAll(counted(mebibytes * BYTES_A_MIB, sink));
        }
        lines.addAll(imported());
        return new Section(
                String.format(
                        Locale.ROOT,
                        "A body of %,d MiB through a gateway to a server that counts it; an import of %,d lines, %,d MB,"
                                + " all refused (dry run)",
                        mebibytes,
                        LINES,
                        LINES * LINE_BYTES / 1_000_000),
                "the same body straight to that server; memory: what it was before",
                lines);
    }

    private List<Line> counted(long bytes, Sink sink) throws InterruptedException {
        try (var gateway = new OwnGateway(registry)
                .to(OwnGateway.Upstream.INSTITUTES, sink.at("/"))
                .start("bench-gateway-body")) {
            count(sink.at(IMPORT), bytes / PART_TO_WARM_UP);
            count(gateway.at(IMPORT), bytes / PART_TO_WARM_UP);
            double floor = count(sink.at(IMPORT), bytes).mebibytesPerSecond();
            try (var memory = MemoryWatch.begin(gateway::mebibytes)) {
                double figure = count(gateway.at(IMPORT), bytes).mebibytesPerSecond();
                return List.of(
                        new Line("server that counts", "data", "MiB/s", floor, null, null),
                        new Line("gateway", "data", "MiB/s", figure, floor, null),
                        memory.line("gateway"));
            }
        }
    }

    private Sent count(URI address, long bytes) throws InterruptedException {
        var sent = send(address, "{\"kind\": \"INSTITUTE\"}\n", bytes);
        if (Long.parseLong(sent.answer()) != bytes) {
            throw new BenchmarkException("Of " + bytes + " bytes " + sent.answer() + " came through.");
        }
        return sent;
    }

    /** As much as institutes-service takes, through the stack's gateway. */
    private List<Line> imported() throws InterruptedException {
        var address = registry.atGateway(IMPORT + "?dryRun=true");
        rounds.progress().say("  and what institutes-service takes in one request");
        try (var gateway = MemoryWatch.begin(() -> mebibytes("gateway"));
                var service = MemoryWatch.begin(() -> mebibytes("institutes-service"))) {
            var sent = send(address, refusedLine(), (long) LINES * LINE_BYTES);
            check(sent.answer());
            return List.of(
                    new Line("import, refused lines", "data", "MiB/s", sent.mebibytesPerSecond(), null, null),
                    new Line("import, refused lines", "lines", "1/s", LINES / sent.seconds(), null, null),
                    gateway.line("import: gateway"),
                    service.line("import: service"));
        }
    }

    private static String refusedLine() {
        var begin = "{\"kind\": \"NONE\", \"text\": \"";
        var end = "\"}\n";
        return begin + "x".repeat(LINE_BYTES - begin.length() - end.length()) + end;
    }

    private double mebibytes(String part) {
        return registry.memoryOf(part) / (double) BYTES_A_MIB;
    }

    private static void check(String report) {
        try {
            var tree = JSON.readTree(report);
            if (!tree.path("status").asText().equals("COMPLETED")
                    || tree.path("rejected").asLong() != LINES) {
                throw new BenchmarkException("The import was to refuse " + LINES + " lines: " + tree);
            }
        } catch (IOException failure) {
            throw new BenchmarkException("The import was answered with no JSON: " + report, failure);
        }
    }

    private Sent send(URI address, String line, long bytes) throws InterruptedException {
        var body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Repeated(line, bytes)), bytes);
        var request = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + registry.token())
                .POST(body)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            long begun = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new BenchmarkException(address + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
            return new Sent(bytes, seconds, answer.body().strip());
        } catch (IOException failure) {
            throw new BenchmarkException(address + " broke off: " + failure, failure);
        }
    }
}
