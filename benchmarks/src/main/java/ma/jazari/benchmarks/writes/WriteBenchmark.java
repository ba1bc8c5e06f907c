package ma.jazari.benchmarks.writes;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.benchmarks.floor.FloorDatabase;
import ma.jazari.benchmarks.floor.Model;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.ClosedLoop;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.InstituteDrafts;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;

/** New institutes, straight at the service and through the gateway. */
public final class WriteBenchmark {

    private final Registry registry;
    private final HttpLoad http;
    private final Pipeline pipeline;
    private final InstituteDrafts drafts;
    private final Rounds rounds;

    public WriteBenchmark(Registry registry, HttpLoad http, Pipeline pipeline, InstituteDrafts drafts, Rounds rounds) {
        this.registry = registry;
        this.http = http;
        this.pipeline = pipeline;
        this.drafts = drafts;
        this.rounds = rounds;
    }

    public Section run() throws InterruptedException {
        rounds.progress().say("Writes, " + rounds.describe());
        var direct = registry.institutesDirect();
        try (var floor = FloorDatabase.create(registry, "institutes-service")) {
            var rows = InstituteRows.read(registry, floor, model(direct));
            return section(List.of(
                    floor.writes("database alone", http.connections(), rows),
                    ClosedLoop.repeating("direct", http, () -> creating(direct)),
                    ClosedLoop.repeating("gateway", http, () -> creating(registry.institutesAtGateway()))));
        }
    }

    /** A draft that the service wrote, whose rows the floor writes again under other ids. */
    private Model model(URI institutes) throws InterruptedException {
        var number = drafts.nextNumber();
        var call =
                Call.create(institutes, () -> InstituteDrafts.request(number)).as(registry.token());
        var id = Registry.idIn(HttpLoad.await(http.send(call), Duration.ZERO));
        return Model.institute(id, number);
    }

    private Call creating(URI institutes) {
        return Call.create(institutes, drafts::next).as(registry.token());
    }

    private Section section(List<Workload> workloads) throws InterruptedException {
        // What one turn wrote is published and handled before the next begins.
        var results = rounds.inTurns(workloads, pipeline::awaitIdle);
        var floor = results.getFirst();
        var lines = new ArrayList<Line>(floor.against(null));
        results.stream().skip(1).map(result -> result.against(floor)).forEach(lines::addAll);
        return new Section(
                "New institutes: " + http.connections() + " connections, closed loop, " + rounds.describe(),
                "the same two inserts (institute, change log) in one transaction by JDBC, same server, same indexes",
                lines);
    }
}
