package ma.jazari.benchmarks.institutes;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;

/** The export of all institutes, whole, over and over. */
final class ExportBenchmark {

    private static final int OK = 200;
    private static final int BUFFER = 64 * 1024;

    private final Registry registry;
    private final Rounds rounds;

    ExportBenchmark(Registry registry, Rounds rounds) {
        this.registry = registry;
        this.rounds = rounds;
    }

    /** A way to move all records. */
    @FunctionalInterface
    private interface Way {
        Transfer go() throws InterruptedException;
    }

    Section run(InstitutesDatabase database, long count) throws InterruptedException {
        rounds.progress().say(String.format(Locale.ROOT, "Export of %,d institutes, %s", count, rounds.describe()));
        Way floor = database::readStates;
        repeated(floor, rounds.warmUp());
        repeated(export(), rounds.warmUp());
        var floors = new ArrayList<Transfer>();
        var figures = new ArrayList<Transfer>();
        for (int i = 0; i < rounds.count(); i++) {
            if (i % 2 == 0) {
                floors.add(repeated(floor, rounds.each()));
            }
            figures.add(repeated(export(), rounds.each()));
            if (i % 2 == 1) {
                floors.add(repeated(floor, rounds.each()));
            }
        }
        return new Section(
                String.format(
                        Locale.ROOT, "Export of %,d institutes as NDJSON, whole ones in %s", count, rounds.describe()),
                "the same records' state read from the change log by JDBC with a cursor, in this process",
                new Transfers("export", figures).against(new Transfers("change log alone", floors)));
    }

    /** As often as there is time for it, once at least. */
    private static Transfer repeated(Way way, Duration time) throws InterruptedException {
        long begun = System.nanoTime();
        var sum = way.go();
        while (System.nanoTime() - begun < time.toNanos()) {
            sum = sum.plus(way.go());
        }
        return sum;
    }

    /** With one token for all goes: Keycloak refuses who asks for many. */
    private Way export() {
        var request = HttpRequest.newBuilder(URI.create(registry.institutesDirect() + "/export"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept", "application/x-ndjson")
                .header("Authorization", "Bearer " + registry.token())
                .build();
        return () -> transfer(request);
    }

    private static Transfer transfer(HttpRequest request) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            long begun = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw new BenchmarkException("The export was answered " + answer.statusCode());
                }
                return counted(body, begun);
            }
        } catch (IOException failure) {
            throw new BenchmarkException("The export failed: " + failure, failure);
        }
    }

    private static Transfer counted(InputStream body, long begun) throws IOException {
        long lines = 0;
        long bytes = 0;
        var buffer = new byte[BUFFER];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes += read;
            for (int i = 0; i < read; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
        }
        return new Transfer(lines, bytes, System.nanoTime() - begun);
    }
}
