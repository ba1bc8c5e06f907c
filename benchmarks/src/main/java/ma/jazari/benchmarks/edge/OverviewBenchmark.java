package ma.jazari.benchmarks.edge;

import java.util.ArrayList;
import java.util.List;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.ClosedLoop;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.reads.NoOpProcess;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;

/** The network on one page, for two who look at it. */
final class OverviewBenchmark {

    private static final int FEW = 2;

    private final Registry registry;
    private final Rounds rounds;

    OverviewBenchmark(Registry registry, Rounds rounds) {
        this.registry = registry;
        this.rounds = rounds.ofColdProcesses();
    }

    Section run() throws InterruptedException {
        var overview = Call.get(registry.atGateway("/v1/overview"));
        rounds.progress().say("Overview, " + rounds.describe());
        try (var http = new HttpLoad(FEW);
                var noOp = NoOpProcess.start(overview, registry.serviceJavaOptions())) {
            var workloads = List.<Workload>of(
                    ClosedLoop.repeating("no-op server", http, () -> overview.at(noOp.address())),
                    ClosedLoop.repeating("overview", http, () -> overview));
            var results = rounds.inTurns(workloads, () -> {});
            var floor = results.getFirst();
            var lines = new ArrayList<>(floor.against(null));
            lines.addAll(results.getLast().against(floor));
            return new Section(
                    "Overview through the gateway: %d connections, closed loop, %s".formatted(FEW, rounds.describe()),
                    "a bare HTTP server in a process of its own that answers the same bytes",
                    lines);
        }
    }
}
