package ma.jazari.benchmarks.edge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Measured;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;

/** The change feed, all of it: of the network through the gateway, and that of one service. */
final class ChangeFeedBenchmark {

    private static final String FEED = "/v1/changes";

    private final Registry registry;
    private final Rounds rounds;

    ChangeFeedBenchmark(Registry registry, Rounds rounds) {
        this.registry = registry;
        this.rounds = rounds;
    }

    Section run() throws InterruptedException {
        rounds.progress().say("Change feed, " + rounds.describe());
        try (var http = new HttpLoad(1)) {
            var direct = new FeedReading("direct", http, direct(), registry);
            var gateway = new FeedReading("gateway", http, registry.atGateway(FEED), registry);
            long ofOne = direct.count();
            long ofAll = gateway.count();
            var results = rounds.inTurns(
                    List.<Workload>of(
                            new LogReading("log of institutes", registry, List.of("institutes")),
                            direct,
                            new LogReading("all three logs", registry, List.of("institutes", "partnerships", "events")),
                            gateway),
                    () -> {});
            return section(results, ofOne, ofAll);
        }
    }

    private URI direct() {
        return registry.institutesDirect().resolve(FEED);
    }

    private Section section(List<Measured> results, long ofOne, long ofAll) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("institutes' feed", "changes", "", ofOne, null, null));
        lines.add(new Line("network's feed", "changes", "", ofAll, null, null));
        for (int i = 0; i < results.size(); i += 2) {
            var floor = results.get(i);
            lines.addAll(floor.against(null));
            lines.addAll(results.get(i + 1).against(floor));
        }
        return new Section(
                String.format(
                        Locale.ROOT,
                        "Change feed, changes a second in pages of %d: institutes-service's and the network's, 1 reader, %s",
                        FeedReading.PAGE,
                        rounds.describe()),
                "the rows of the same change logs in their order, all columns, by JDBC with a cursor, in this process",
                lines);
    }
}
