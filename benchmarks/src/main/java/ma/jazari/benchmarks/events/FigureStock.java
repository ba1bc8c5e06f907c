package ma.jazari.benchmarks.events;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.Progress;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.stack.Registry;
import ma.jazari.localstack.verify.CheckListener;
import ma.jazari.localstack.verify.FindingLine;
import ma.jazari.localstack.verify.LogOwner;
import ma.jazari.localstack.verify.RegistryCheck;

/**
 * Makes a programme with parts and much that is measured of one indicator. All is made through the API but the
 * measurements, which would take a quarter of an hour: they are written after one that the service took, and the service
 * then checks its whole log.
 */
final class FigureStock {

    private static final int VERIFIED = 100;

    private final Registry registry;
    private final HttpLoad http;
    private final EventsDatabase database;
    private final Progress progress;
    private final FigureCalls calls;

    FigureStock(Registry registry, HttpLoad http, EventsDatabase database, Progress progress) {
        this.registry = registry;
        this.http = http;
        this.database = database;
        this.progress = progress;
        this.calls = new FigureCalls(registry.eventsDirect(FigureCalls.PATH));
    }

    Figures make(FigurePlan plan) throws InterruptedException {
        progress.say(String.format(
                Locale.ROOT,
                "Writing %,d measurements of %,d institutes",
                plan.count(),
                plan.institutes().size()));
        var token = registry.token();
        var root = id(calls.programme("BANC-ESSAI", plan.first(), null).as(token));
        http.sendAll(List.of(calls.indicator(root).as(token)));
        var parts = parts(root, plan, token);
        var model = id(calls.measurement(parts.getFirst(), plan, 0).as(token));
        var rows = MeasurementRows.like(database.connection(), model, plan, parts);
        int half = plan.count() / 2;
        rows.write(database.connection(), 1, half, now());
        var asOf = now();
        rows.write(database.connection(), half, plan.count(), now().plusMillis(1));
        verify(parts, plan, token);
        checkLog();
        return new Figures(plan, root, parts, asOf, half);
    }

    private List<String> parts(String root, FigurePlan plan, String token) throws InterruptedException {
        var parts = new ArrayList<String>();
        for (int i = 1; i <= FigurePlan.PARTS; i++) {
            var part = id(calls.programme("BANC-ESSAI-" + i, plan.first(), root).as(token));
            http.sendAll(List.of(calls.indicator(part).as(token)));
            parts.add(part);
        }
        return parts;
    }

    private String id(Call call) throws InterruptedException {
        return Registry.idIn(HttpLoad.await(http.send(call), Duration.ZERO));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Some all over the time, so that there is something to project. */
    private void verify(List<String> parts, FigurePlan plan, String token) throws InterruptedException {
        int step = Math.max(1, plan.count() / VERIFIED);
        http.sendAll(IntStream.iterate(step, n -> n < plan.count(), n -> n + step)
                .mapToObj(n -> calls.verify(parts.get(plan.part(n)), MeasurementRows.id(n))
                        .as(token))
                .toList());
    }

    /** What {@code ./jazari verify events} does. */
    private void checkLog() {
        progress.say("  events-service checks its log");
        var outcome = new RegistryCheck(registry.atGateway("/"), registry.token()).run(LogOwner.EVENTS, new Told());
        progress.say(String.format(Locale.ROOT, "  %,d entries, %,d findings", outcome.entries(), outcome.findings()));
        if (outcome.findings() > 0) {
            throw new BenchmarkException("What was written is not what the service would have written.");
        }
    }

    private final class Told implements CheckListener {

        private static final long EVERY = 25_000;

        private long last;

        @Override
        public void checked(long checked, long of) {
            if (checked - last >= EVERY) {
                last = checked;
                progress.say(String.format(Locale.ROOT, "  %,d of %,d entries", checked, of));
            }
        }

        @Override
        public void found(FindingLine finding) {
            progress.say("  " + finding);
        }
    }
}
