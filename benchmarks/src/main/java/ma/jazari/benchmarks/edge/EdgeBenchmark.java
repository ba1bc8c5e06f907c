package ma.jazari.benchmarks.edge;

import java.util.ArrayList;
import java.util.List;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;

/** What the gateway costs, and what it does for its clients. */
public final class EdgeBenchmark {

    private final Registry registry;
    private final HttpLoad http;
    private final Rounds rounds;

    public EdgeBenchmark(Registry registry, HttpLoad http, Rounds rounds) {
        this.registry = registry;
        this.http = http;
        this.rounds = rounds;
    }

    /** @param pipeline of institutes */
    public List<Section> run(EdgeSizes sizes, Pipeline pipeline) throws InterruptedException {
        var sections = new ArrayList<Section>();
        sections.add(new ProxyBenchmark(registry, http, rounds).run());
        sections.add(new OverviewBenchmark(registry, rounds).run());
        rounds.progress().say("Import of " + EdgeStock.COUNT + " institutes, made up");
        var changes = PublicChanges.fromNow(registry, http);
        EdgeStock.make(registry, pipeline);
        sections.add(new ChangeFeedBenchmark(registry, rounds).run());
        sections.add(new WebhookBenchmark(registry, http, rounds, changes).run());
        sections.add(new StreamBenchmark(registry, http, rounds).run(sizes.streams()));
        sections.add(new LargeBodyBenchmark(registry, rounds).run(sizes.importMib()));
        return sections;
    }
}
