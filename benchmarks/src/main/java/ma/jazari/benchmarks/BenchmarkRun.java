package ma.jazari.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ma.jazari.benchmarks.BenchmarkOptions.Subject;
import ma.jazari.benchmarks.conventions.ConventionBenchmark;
import ma.jazari.benchmarks.delay.DelayBenchmark;
import ma.jazari.benchmarks.edge.EdgeBenchmark;
import ma.jazari.benchmarks.events.EventsBenchmark;
import ma.jazari.benchmarks.institutes.InstitutesBenchmark;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.partners.PartnersBenchmark;
import ma.jazari.benchmarks.reads.ReadBenchmark;
import ma.jazari.benchmarks.records.GeneratedInstitutes;
import ma.jazari.benchmarks.records.InstituteLines;
import ma.jazari.benchmarks.records.RorInstitutes;
import ma.jazari.benchmarks.report.AtSize;
import ma.jazari.benchmarks.report.Growth;
import ma.jazari.benchmarks.report.JsonReport;
import ma.jazari.benchmarks.report.ResultTable;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.BenchmarkStack;
import ma.jazari.benchmarks.stack.InstituteDrafts;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;
import ma.jazari.benchmarks.writes.WriteBenchmark;
import ma.jazari.localstack.stack.Ports;
import ma.jazari.localstack.stack.StackOptions;

/** All measurements, one after the other. */
final class BenchmarkRun {

    private static final int ROUNDS = 3;
    private static final int OWN_OFFSET = 400;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration SETTLE = Duration.ofMillis(500);

    private final BenchmarkOptions options;
    private final PrintStream out;
    private final Progress progress;
    private final StackOptions environment = StackOptions.ofEnvironment();

    BenchmarkRun(BenchmarkOptions options, PrintStream out, Progress progress) {
        this.options = options;
        this.out = out;
        this.progress = progress;
    }

    void run() throws InterruptedException {
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var machine = MachineFacts.ofThisMachine();
        progress.say(machine.toString());
        try (var stack = open()) {
            var registry = stack.registry();
            var results = measure(registry);
            var report = new JsonReport(
                    at, machine.toString(), registry.serviceJavaOptions(), results.sections(), results.growth());
            print(report);
            var file = jsonFile(at);
            report.write(file);
            progress.say("The results as JSON: " + file);
        }
        progress.say("Done");
    }

    private BenchmarkStack open() {
        if (options.stack().running()) {
            return BenchmarkStack.running(environment, progress);
        }
        int offset = Objects.requireNonNullElse(
                options.stack().portOffset(), environment.ports().offset() + OWN_OFFSET);
        return BenchmarkStack.own(environment, new Ports(offset), progress);
    }

    private void print(JsonReport report) {
        out.println("%n%s%nThe services' JVM options: %s".formatted(report.machine(), report.serviceJavaOptions()));
        report.sections().forEach(section -> out.print(ResultTable.of(section)));
        for (var size : report.growth()) {
            size.sections().forEach(section -> out.print(ResultTable.of(section)));
        }
        if (!report.growth().isEmpty()) {
            out.print(new Growth(report.growth()).table());
        }
    }

    /** What was measured at no size or at that of the samples, and what was at each size with that one in front. */
    private record Results(List<Section> sections, List<AtSize> growth) {}

    private Results measure(Registry registry) throws InterruptedException {
        var rounds = new Rounds(ROUNDS, WARM_UP, SETTLE, Duration.ofSeconds(options.seconds()), progress);
        var drafts = new InstituteDrafts();
        var sections = new ArrayList<Section>();
        var sizes = new ArrayList<AtSize>();
        try (var http = new HttpLoad(options.connections());
                var pipeline = Pipeline.ofInstitutes(registry, progress)) {
            if (options.only().contains(Subject.READS)) {
                sections.add(new ReadBenchmark(registry, http, rounds).run());
            }
            if (options.only().contains(Subject.INSTITUTES)) {
                sizes.addAll(grow(registry, pipeline, rounds));
            }
            var ror = options.ror();
            if (options.only().contains(Subject.PARTNERS) && ror != null) {
                sections.addAll(new PartnersBenchmark(registry, rounds).run(ror, options.times()));
            }
            // Before the writes, which leave much to be published and handled; after all that counts institutes.
            if (options.only().contains(Subject.DELAY)) {
                sections.add(new DelayBenchmark(registry, http, pipeline, drafts, rounds).run());
            }
            if (options.only().contains(Subject.WRITES)) {
                sections.add(new WriteBenchmark(registry, http, pipeline, drafts, rounds).run());
            }
            if (options.only().contains(Subject.CONVENTIONS)) {
                pipeline.awaitIdle(); // what the writes left
                sections.addAll(new ConventionBenchmark(registry, http, rounds).run());
            }
            // Last: their institutes would be counted with the others.
            if (options.only().contains(Subject.EVENTS) && !options.stack().running()) {
                pipeline.awaitIdle();
                sections.addAll(new EventsBenchmark(registry, http, rounds).run(options.events()));
            }
            if (options.only().contains(Subject.GATEWAY) && !options.stack().running()) {
                pipeline.awaitIdle();
                sections.addAll(new EdgeBenchmark(registry, http, rounds).run(options.edge(), pipeline));
            }
        }
        return results(sections, sizes);
    }

    /** At the size of the samples, and then at each that was asked for. */
    private List<AtSize> grow(Registry registry, Pipeline pipeline, Rounds rounds) throws InterruptedException {
        var sizes = new ArrayList<AtSize>();
        try (var institutes = new InstitutesBenchmark(registry, pipeline, rounds);
                var source = source()) {
            sizes.add(institutes.run());
            int imported = 0;
            for (int size : options.sizes()) {
                sizes.add(institutes.grown(source, size - imported));
                imported = size;
            }
        }
        return sizes;
    }

    private InstituteLines source() {
        var ror = options.ror();
        return ror == null ? new GeneratedInstitutes() : new RorInstitutes(ror);
    }

    private Results results(List<Section> sections, List<AtSize> sizes) {
        if (!options.sizes().isEmpty()) {
            return new Results(sections, sizes);
        }
        var all = new ArrayList<>(sections);
        sizes.forEach(size -> all.addAll(size.sections()));
        return new Results(all, List.of());
    }

    private Path jsonFile(Instant at) {
        var chosen = options.json();
        var name = at.toString().replace(":", "") + ".json";
        return chosen != null
                ? chosen.toAbsolutePath()
                : environment.state().directory().resolve("bench").resolve(name);
    }
}
