package ma.jazari.benchmarks.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;

/** What events-service does with much of everything: feeds of many events, a rush for places, figures of many institutes. */
public final class EventsBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Registry registry;
    private final HttpLoad http;
    private final Rounds rounds;

    /** @param http for what is made before it is measured */
    public EventsBenchmark(Registry registry, HttpLoad http, Rounds rounds) {
        this.registry = registry;
        this.http = http;
        this.rounds = rounds;
    }

    public List<Section> run(EventSizes sizes) throws InterruptedException {
        var sections = new ArrayList<Section>();
        try (var database = new EventsDatabase(registry);
                var pipeline = Pipeline.ofEvents(registry, rounds.progress())) {
            var institutes = new Hosts(registry, database, rounds.progress()).make();
            var events = new EventStock(registry, http, institutes);
            events.publish(sizes.events(), rounds.progress());
            settle(database, pipeline);
            sections.addAll(new FeedBenchmark(registry, database, rounds).run());
            sections.add(new RushBenchmark(registry, http, database, pipeline, rounds).run(events, sizes));
            var figures = new FigureStock(registry, http, database, rounds.progress())
                    .make(FigurePlan.of(sizes.measurements(), institutes));
            settle(database, pipeline);
            sections.add(new ProgressBenchmark(registry, database, rounds).run(figures));
        }
        return sections;
    }

    /** What was made is published and handled; the database knows what it holds. */
    private void settle(EventsDatabase database, Pipeline pipeline) throws InterruptedException {
        rounds.progress().say("Waiting until its changes are published and handled");
        if (!pipeline.awaitIdle(PATIENCE)) {
            throw new BenchmarkException("Nothing can be measured while so much is on its way.");
        }
        database.vacuum();
    }
}
