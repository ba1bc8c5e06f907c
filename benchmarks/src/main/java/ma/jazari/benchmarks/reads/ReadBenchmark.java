package ma.jazari.benchmarks.reads;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.ClosedLoop;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;

/** One institute read by its id: straight at the service and through the gateway, as anonymous and with a token. */
public final class ReadBenchmark {

    private static final String FLOOR = "no-op server";

    private final Registry registry;
    private final HttpLoad http;
    private final Rounds rounds;

    public ReadBenchmark(Registry registry, HttpLoad http, Rounds rounds) {
        this.registry = registry;
        this.http = http;
        this.rounds = rounds;
    }

    public Section run() throws InterruptedException {
        var id = registry.anInstitute();
        var direct = URI.create(registry.institutesDirect() + "/" + id);
        var gateway = URI.create(registry.institutesAtGateway() + "/" + id);
        rounds.progress().say("Reads by id, " + rounds.describe());
        try (var noOp = NoOpProcess.start(direct, registry.serviceJavaOptions())) {
            return section(List.of(
                    ClosedLoop.repeating(FLOOR, http, () -> Call.get(noOp.address())),
                    ClosedLoop.repeating("direct, anonymous", http, () -> Call.get(direct)),
                    ClosedLoop.repeating(
                            "direct, token", http, () -> Call.get(direct).as(registry.token())),
                    ClosedLoop.repeating("gateway, anonymous", http, () -> Call.get(gateway)),
                    ClosedLoop.repeating(
                            "gateway, token", http, () -> Call.get(gateway).as(registry.token()))));
        }
    }

    private Section section(List<Workload> workloads) throws InterruptedException {
        var results = rounds.inTurns(workloads, () -> {});
        var floor = results.getFirst();
        var lines = new ArrayList<Line>(floor.against(null));
        results.stream().skip(1).map(result -> result.against(floor)).forEach(lines::addAll);
        return new Section(
                "Reads of an institute by id: " + http.connections() + " connections, closed loop, "
                        + rounds.describe(),
                "a bare HTTP server in a process of its own that answers the same bytes",
                lines);
    }
}
