package ma.jazari.benchmarks.conventions;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.benchmarks.floor.FloorDatabase;
import ma.jazari.benchmarks.floor.FloorStep;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Measured;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;

/** Conventions from the draft to what all have approved, straight at the service and through the gateway. */
public final class ConventionBenchmark {

    /** How many are taken through all steps before anything is measured: by then the service's code is compiled. */
    private static final int TO_BEGIN_WITH = 4_000;

    private final Registry registry;
    private final HttpLoad http;
    private final Rounds rounds;

    public ConventionBenchmark(Registry registry, HttpLoad http, Rounds rounds) {
        this.registry = registry;
        this.http = http;
        this.rounds = rounds;
    }

    public List<Section> run() throws InterruptedException {
        var calls = new ConventionCalls(registry.anInstitute(), registry.aUniversity());
        var rows = new StepRows(registry, http, calls).read();
        var sections = new ArrayList<Section>();
        try (var stock = new Stock(registry, http, calls);
                var pipeline = Pipeline.ofPartnerships(registry, rounds.progress())) {
            rounds.progress().say("Conventions to begin with: " + TO_BEGIN_WITH + ", not measured");
            stock.fill(Step.APPROVE_LAST, TO_BEGIN_WITH);
            for (var step : rows.entrySet()) {
                sections.add(measured(step.getKey(), step.getValue(), stock, pipeline));
            }
        }
        return sections;
    }

    private Section measured(Step step, FloorStep rows, Stock stock, Pipeline pipeline) throws InterruptedException {
        rounds.progress().say("Conventions " + step.title() + ", " + rounds.describe());
        try (var floor = FloorDatabase.create(registry, "partnerships-service")) {
            var workloads = List.of(
                    floor.writes("database alone", http.connections(), rows),
                    at("direct", step, registry.conventionsDirect(), stock, pipeline),
                    at("gateway", step, registry.conventionsAtGateway(), stock, pipeline));
            // What one turn wrote is published and handled before the next begins.
            return section(step, rounds.inTurns(workloads, pipeline::awaitIdle));
        }
    }

    private Workload at(String name, Step step, URI conventions, Stock stock, Pipeline pipeline) {
        return new StepWorkload(name, step, conventions, stock, pipeline, http, registry);
    }

    private Section section(Step step, List<Measured> results) {
        var floor = results.getFirst();
        var lines = new ArrayList<Line>(floor.against(null));
        results.stream().skip(1).map(result -> result.against(floor)).forEach(lines::addAll);
        return new Section(
                "Conventions %s: %d connections, closed loop, %s"
                        .formatted(step.title(), http.connections(), rounds.describe()),
                "the rows that this writes, in one transaction by JDBC, same server, same indexes",
                lines);
    }
}
