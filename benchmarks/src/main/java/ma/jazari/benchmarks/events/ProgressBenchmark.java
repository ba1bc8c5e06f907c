package ma.jazari.benchmarks.events;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import ma.jazari.benchmarks.floor.DatabaseReads;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.Calls;
import ma.jazari.benchmarks.load.ClosedLoop;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Measured;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;

/** The progress of a programme of which much was measured, in all its forms: again and again, and after each report. */
final class ProgressBenchmark {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static final String SVG = "image/svg+xml";
    private static final String SUMS =
            """
            select institute_id, period_to, sum(value), count(*) from measurement
            where programme_id = any (?::uuid[]) and indicator = ?
            group by grouping sets ((institute_id), (period_to))
            """;

    private final Registry registry;
    private final EventsDatabase database;
    private final Rounds rounds;
    private final FigureCalls direct;

    ProgressBenchmark(Registry registry, EventsDatabase database, Rounds rounds) {
        this.registry = registry;
        this.database = database;
        this.rounds = rounds;
        this.direct = new FigureCalls(registry.eventsDirect(FigureCalls.PATH));
    }

    Section run(Figures figures) throws InterruptedException {
        try (var one = new HttpLoad(1)) {
            check(figures, one);
            var sizes = sizes(figures, one);
            rounds.progress().say("Progress, " + rounds.describe());
            var workloads = new ArrayList<Workload>();
            workloads.add(new DatabaseReads("sums alone", database::connect, SUMS, parameters(figures)));
            workloads.addAll(warm(figures, one));
            workloads.addAll(cold(figures, one));
            return section(figures, sizes, rounds.inTurns(workloads, () -> {}));
        }
    }

    private static List<String> parameters(Figures figures) {
        return List.of(figures.programmes(), FigureCalls.INDICATOR);
    }

    /** The answers count and add up what is in the database. */
    private void check(Figures figures, HttpLoad http) throws InterruptedException {
        var all = read(figures, JSON, "", http).getBytes();
        Figures.check(all, figures.plan().count(), sum(figures, Instant.now()));
        var past = read(figures, JSON, figures.past(), http).getBytes();
        Figures.check(past, figures.atThatTime(), sum(figures, figures.asOf()));
    }

    private BigDecimal sum(Figures figures, Instant until) {
        return database.sum(figures.programmes(), FigureCalls.INDICATOR, until);
    }

    private List<Line> sizes(Figures figures, HttpLoad http) throws InterruptedException {
        var lines = new ArrayList<Line>();
        for (var type : List.of(JSON, CSV, SVG)) {
            lines.add(
                    new Line("answer", type, "B", read(figures, type, "", http).length(), null, null));
        }
        return lines;
    }

    private Buffer read(Figures figures, String type, String more, HttpLoad http) throws InterruptedException {
        return HttpLoad.await(http.send(direct.progress(figures.programme(), type, more)), Duration.ZERO);
    }

    private List<Workload> warm(Figures figures, HttpLoad http) {
        var gateway = new FigureCalls(registry.atGateway(FigureCalls.PATH));
        return List.of(
                again("JSON", http, direct.progress(figures.programme(), JSON, "")),
                again("JSON, gateway", http, gateway.progress(figures.programme(), JSON, "")),
                again("JSON, as of a past time", http, direct.progress(figures.programme(), JSON, figures.past())),
                again("CSV", http, direct.progress(figures.programme(), CSV, "")),
                again("SVG", http, direct.progress(figures.programme(), SVG, "")));
    }

    private static Workload again(String name, HttpLoad http, Call call) {
        return ClosedLoop.repeating(name, http, () -> call);
    }

    private List<Workload> cold(Figures figures, HttpLoad http) {
        var reports = reports(figures);
        return List.of(
                new ColdReads("JSON, changed", http, reports, direct.progress(figures.programme(), JSON, "")),
                new ColdReads("CSV, changed", http, reports, direct.progress(figures.programme(), CSV, "")),
                new ColdReads("SVG, changed", http, reports, direct.progress(figures.programme(), SVG, "")));
    }

    /** One more measurement each time. */
    private Supplier<Calls> reports(Figures figures) {
        var next = new AtomicInteger(figures.plan().count());
        return () -> {
            var token = registry.token();
            return () -> {
                int n = next.getAndIncrement();
                var part = figures.parts().get(figures.plan().part(n));
                return new Calls.Next(
                        direct.measurement(part, figures.plan(), n).as(token), null);
            };
        };
    }

    private Section section(Figures figures, List<Line> sizes, List<Measured> results) {
        var floor = results.getFirst();
        var lines = new ArrayList<>(sizes);
        lines.addAll(floor.against(null));
        results.stream().skip(1).map(result -> result.against(floor)).forEach(lines::addAll);
        return new Section(
                String.format(
                        Locale.ROOT,
                        "Progress over %,d measurements of %,d institutes: 1 connection, %s",
                        figures.plan().count(),
                        figures.plan().institutes().size(),
                        rounds.describe()),
                "the same measurements summed up by institute and by period, one statement by JDBC over one connection",
                lines);
    }
}
