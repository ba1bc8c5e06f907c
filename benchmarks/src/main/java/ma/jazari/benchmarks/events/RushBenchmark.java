package ma.jazari.benchmarks.events;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import ma.jazari.benchmarks.floor.FloorDatabase;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Measured;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;
import org.jspecify.annotations.Nullable;

/** More clients than there are places, all at once, at the service and at the gateway. */
final class RushBenchmark {

    private static final double P50 = 50;
    private static final double P95 = 95;
    private static final double ALL = 100;
    private static final double NANOS_A_SECOND = 1e9;

    private final Registry registry;
    private final HttpLoad http;
    private final EventsDatabase database;
    private final Pipeline pipeline;
    private final Rounds rounds;

    RushBenchmark(Registry registry, HttpLoad http, EventsDatabase database, Pipeline pipeline, Rounds rounds) {
        this.registry = registry;
        this.http = http;
        this.database = database;
        this.pipeline = pipeline;
        this.rounds = rounds;
    }

    Section run(EventStock events, EventSizes sizes) throws InterruptedException {
        rounds.progress()
                .say(String.format(
                        Locale.ROOT,
                        "Rush of %,d clients for %,d places, once to warm up and %d times",
                        sizes.clients(),
                        sizes.places(),
                        rounds.count()));
        var calls = new EventCalls(registry.eventsDirect(EventCalls.PATH));
        var rows = RushRows.read(database, events, calls, http);
        try (var scratch = FloorDatabase.create(registry, "events-service")) {
            var atGateway = new EventCalls(registry.atGateway(EventCalls.PATH));
            var floor = RushFloor.of("database alone", http.connections(), scratch, rows, sizes);
            var direct = new RushOfClients("direct", calls, events, http, sizes);
            var gateway = new RushOfClients("gateway", atGateway, events, http, sizes);
            var results = rounds.inTurns(List.of(floor, direct, gateway), this::awaitQuiet);
            return section(results, List.of(direct, gateway), sizes);
        }
    }

    private void awaitQuiet() throws InterruptedException {
        pipeline.awaitIdle();
        database.awaitMails();
    }

    private Section section(List<Measured> results, List<RushOfClients> rushes, EventSizes sizes) {
        var floor = results.getFirst();
        var lines = new ArrayList<>(lines(floor, null));
        for (int i = 0; i < rushes.size(); i++) {
            lines.addAll(lines(results.get(i + 1), floor));
            lines.addAll(rushes.get(i).lines());
        }
        return new Section(
                String.format(
                        Locale.ROOT,
                        "Rush: %,d clients without an account at once for %,d places, %d times",
                        sizes.clients(),
                        sizes.places(),
                        rounds.count()),
                "the rows that this writes, each registration in a transaction under the desk's lock, by JDBC over "
                        + http.connections() + " connections",
                lines);
    }

    private static List<Line> lines(Measured rush, @Nullable Measured floor) {
        var seconds = seconds(rush);
        var spread = new Line.Spread(seconds.getMin(), seconds.getMax());
        var limit = floor == null ? null : seconds(floor).getAverage();
        return List.of(
                new Line(rush.name(), "total", "s", seconds.getAverage(), limit, spread),
                percentile(rush, "p50", P50, floor),
                percentile(rush, "p95", P95, floor),
                percentile(rush, "max", ALL, floor));
    }

    /** Until all were answered. */
    private static DoubleSummaryStatistics seconds(Measured rush) {
        return rush.rounds().stream()
                .mapToDouble(round -> round.measured().toNanos() / NANOS_A_SECOND)
                .summaryStatistics();
    }

    private static Line percentile(Measured rush, String metric, double percent, @Nullable Measured floor) {
        var limit = floor == null ? null : floor.percentile(percent);
        return new Line(rush.name(), metric, "ms", rush.percentile(percent), limit, null);
    }
}
