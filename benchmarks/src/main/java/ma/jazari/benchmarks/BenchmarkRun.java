package ma.jazari.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import ma.jazari.benchmarks.delay.DelayBenchmark;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.reads.ReadBenchmark;
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
            var sections = measure(registry);
            out.println("%n%s%nThe services' JVM options: %s".formatted(machine, registry.serviceJavaOptions()));
            sections.forEach(section -> out.print(ResultTable.of(section)));
            var file = jsonFile(at);
            var report = new JsonReport(at, machine.toString(), registry.serviceJavaOptions(), sections);
            report.write(file);
            progress.say("The results as JSON: " + file);
        }
        progress.say("Done");
    }

    private BenchmarkStack open() {
        if (options.running()) {
            return BenchmarkStack.running(environment, progress);
        }
        int offset = Objects.requireNonNullElse(
                options.portOffset(), environment.ports().offset() + OWN_OFFSET);
        return BenchmarkStack.own(environment, new Ports(offset), progress);
    }

    private List<Section> measure(Registry registry) throws InterruptedException {
        var rounds = new Rounds(ROUNDS, WARM_UP, SETTLE, Duration.ofSeconds(options.seconds()), progress);
        var drafts = new InstituteDrafts();
        try (var http = new HttpLoad(options.connections());
                var pipeline = new Pipeline(registry, progress)) {
            var reads = new ReadBenchmark(registry, http, rounds).run();
            // Before the writes, which leave much to be published and handled.
            var delay = new DelayBenchmark(registry, http, pipeline, drafts, rounds).run();
            var writes = new WriteBenchmark(registry, http, pipeline, drafts, rounds).run();
            return List.of(reads, writes, delay);
        }
    }

    private Path jsonFile(Instant at) {
        var chosen = options.json();
        var name = at.toString().replace(":", "") + ".json";
        return chosen != null
                ? chosen.toAbsolutePath()
                : environment.state().directory().resolve("bench").resolve(name);
    }
}
