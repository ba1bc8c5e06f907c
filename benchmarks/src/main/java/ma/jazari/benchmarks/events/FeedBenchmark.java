package ma.jazari.benchmarks.events;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import ma.jazari.benchmarks.floor.DatabaseReads;
import ma.jazari.benchmarks.load.Answer;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.Calls;
import ma.jazari.benchmarks.load.ClosedLoop;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Measured;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.reads.NoOpProcess;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;

/** Feeds of all published events: as they were rendered before, asked for by who has them, and rendered after a change. */
final class FeedBenchmark {

    private static final int FEW = 2;
    private static final int NOT_MODIFIED = 304;

    private final Registry registry;
    private final EventsDatabase database;
    private final Rounds rounds;
    private final AtomicInteger changes = new AtomicInteger();

    FeedBenchmark(Registry registry, EventsDatabase database, Rounds rounds) {
        this.registry = registry;
        this.database = database;
        this.rounds = rounds;
    }

    List<Section> run() throws InterruptedException {
        var sections = new ArrayList<Section>();
        try (var few = new HttpLoad(FEW);
                var one = new HttpLoad(1)) {
            for (var feed : Feed.values()) {
                sections.add(warm(feed, few));
                sections.add(cold(feed, one));
            }
        }
        return sections;
    }

    private Section warm(Feed feed, HttpLoad http) throws InterruptedException {
        var answer = rendered(feed, http);
        var whole = feed.at(registry.eventsDirect(feed.path()));
        var etag = Objects.requireNonNull(answer.header("ETag"), "a feed has an ETag");
        var known = whole.with(Map.of("If-None-Match", etag)).expecting(NOT_MODIFIED);
        rounds.progress().say(feed.title() + ", unchanged, " + rounds.describe());
        try (var noOp = NoOpProcess.start(whole, registry.serviceJavaOptions());
                var noOpKnown = NoOpProcess.start(known, registry.serviceJavaOptions())) {
            var workloads = new ArrayList<Workload>();
            workloads.addAll(alike("", whole, noOp.address(), http, feed));
            workloads.addAll(alike(", 304", known, noOpKnown.address(), http, feed));
            var results = rounds.inTurns(workloads, () -> {});
            return warm(feed, answer, results);
        }
    }

    /** The same request to the floor, the service and the gateway. */
    private List<Workload> alike(String name, Call call, URI floor, HttpLoad http, Feed feed) {
        return List.of(
                ClosedLoop.repeating("no-op server" + name, http, () -> call.at(floor)),
                ClosedLoop.repeating("direct" + name, http, () -> call),
                ClosedLoop.repeating("gateway" + name, http, () -> call.at(registry.atGateway(feed.path()))));
    }

    /** The feed with all events in it; from here on it is not rendered anew until something changes. */
    private Answer rendered(Feed feed, HttpLoad http) throws InterruptedException {
        var call = feed.at(registry.eventsDirect(feed.path()));
        var answer = HttpLoad.await(http.ask(call), Duration.ZERO);
        feed.check(answer.expectedOf(call).toString(), database.published());
        return answer;
    }

    private Section warm(Feed feed, Answer answer, List<Measured> results) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("feed", "events", "", feed.holds(database.published()), null, null));
        lines.add(new Line("feed", "size", "B", answer.body().length(), null, null));
        int half = results.size() / 2;
        lines.addAll(against(results.subList(0, half)));
        lines.addAll(against(results.subList(half, results.size())));
        return new Section(
                "%s, unchanged: %d connections, closed loop, %s".formatted(feed.title(), FEW, rounds.describe()),
                "a bare HTTP server in a process of its own that answers the same bytes, and the same 304",
                lines);
    }

    /** The first is the floor of the others. */
    private static List<Line> against(List<Measured> results) {
        var floor = results.getFirst();
        var lines = new ArrayList<>(floor.against(null));
        results.stream().skip(1).map(result -> result.against(floor)).forEach(lines::addAll);
        return lines;
    }

    private Section cold(Feed feed, HttpLoad http) throws InterruptedException {
        rounds.progress().say(feed.title() + ", changed before each time, " + rounds.describe());
        var changing = renaming();
        var workloads = List.<Workload>of(
                new DatabaseReads("rows alone", database::connect, feed.sql(), List.of()),
                new ColdReads("direct", http, changing, feed.at(registry.eventsDirect(feed.path()))),
                new ColdReads("gateway", http, changing, feed.at(registry.atGateway(feed.path()))));
        var results = rounds.inTurns(workloads, () -> {});
        return new Section(
                String.format(
                        Locale.ROOT,
                        "%s, rendered anew after a change of one of %,d events: 1 connection, %s",
                        feed.title(),
                        database.published(),
                        rounds.describe()),
                "the same events' rows read by JDBC over one connection, all columns, in this process",
                against(results));
    }

    /** Another title for one of the events, each time. */
    private Supplier<Calls> renaming() {
        var calls = new EventCalls(registry.eventsDirect(EventCalls.PATH));
        var id = database.aPublishedEvent();
        return () -> {
            var token = registry.token();
            return () -> new Calls.Next(
                    calls.rename(id, "Banc d'essai, changé " + changes.incrementAndGet())
                            .as(token),
                    null);
        };
    }
}
