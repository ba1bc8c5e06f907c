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
            var floors = new ArrayList<Sent>();
            var figures = new ArrayList<Sent>();
            count(sink.at(IMPORT), bytes / PART_TO_WARM_UP);
            count(gateway.at(IMPORT), bytes / PART_TO_WARM_UP);
            floors.add(count(sink.at(IMPORT), bytes));
            var memory = PeakMemory.during(gateway::mebibytes, () -> figures.add(count(gateway.at(IMPORT), bytes)));
            double floor = floors.getFirst().mebibytesPerSecond();
            return List.of(
                    new Line("server that counts", "data", "MiB/s", floor, null, null),
                    new Line("gateway", "data", "MiB/s", figures.getFirst().mebibytesPerSecond(), floor, null),
                    new Line("gateway", "memory", "MiB", memory.highest(), memory.before(), null));
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
        var line = "{\"kind\": \"NONE\", \"text\": \"";
        var end = "\"}\n";
        var padded = line + "x".repeat(LINE_BYTES - line.length() - end.length()) + end;
        var address = registry.atGateway(IMPORT + "?dryRun=true");
        var reports = new ArrayList<Sent>();
        var gateway = new PeakMemory[1];
        rounds.progress().say("  and what institutes-service takes in one request");
        var service = PeakMemory.during(
                () -> mebibytes("institutes-service"),
                () -> gateway[0] = PeakMemory.during(
                        () -> mebibytes("gateway"),
                        () -> reports.add(send(address, padded, (long) LINES * LINE_BYTES))));
        var report = reports.getFirst();
        check(report.answer());
        return List.of(
                new Line("import, refused lines", "data", "MiB/s", report.mebibytesPerSecond(), null, null),
                new Line("import, refused lines", "lines", "1/s", LINES / report.seconds(), null, null),
                new Line("import: gateway", "memory", "MiB", gateway[0].highest(), gateway[0].before(), null),
                new Line("import: service", "memory", "MiB", service.highest(), service.before(), null));
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
