package ma.jazari.benchmarks.institutes;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.Calls;
import ma.jazari.benchmarks.load.ClosedLoop;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Measured;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.questions.Question;
import ma.jazari.benchmarks.reads.NoOpProcess;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;

/** Searches and lists of institutes, by few users: how long one waits who does not stand in a queue. */
final class SearchBenchmark {

    private static final int FEW = 2;
    /** Institutes that are asked for: so many that answers do not come from the caches of a processor. */
    private static final int ASKED_FOR = 2_000;

    private static final long SEED = 1_206;

    private final Registry registry;
    private final Rounds rounds;

    SearchBenchmark(Registry registry, Rounds rounds) {
        this.registry = registry;
        this.rounds = rounds;
    }

    /** @param count of the institutes there are, for the title */
    Section run(InstitutesDatabase database, long count) throws InterruptedException {
        rounds.progress().say("Searches and lists of %,d institutes, %s".formatted(count, rounds.describe()));
        var institutes = database.sample(ASKED_FOR);
        try (var http = new HttpLoad(FEW);
                var noOp = NoOpProcess.start(pages(http).first(), registry.serviceJavaOptions())) {
            var deep = pages(http).deep();
            var workloads = new ArrayList<Workload>();
            workloads.add(ClosedLoop.repeating("no-op server", http, () -> Call.get(noOp.address())));
            workloads.addAll(searches(http, institutes));
            workloads.addAll(lists(http, institutes, deep));
            return section(workloads, title(count), deep);
        }
    }

    private Pages pages(HttpLoad http) {
        return new Pages(http, registry.institutesDirect());
    }

    private List<Workload> searches(HttpLoad http, List<KnownInstitute> institutes) {
        var direct = registry.institutesDirect();
        var gateway = registry.institutesAtGateway();
        var questions = Questions.searches(institutes);
        return List.of(
                asking("q", http, questions, text -> with(direct, "?q=", text)),
                asking("q, gateway", http, questions, text -> with(gateway, "?q=", text)),
                asking("match", http, Questions.affiliations(institutes), text -> with(direct, "/match?text=", text)),
                asking("suggest", http, Questions.beginnings(institutes), text -> with(direct, "/suggest?q=", text)));
    }

    private List<Workload> lists(HttpLoad http, List<KnownInstitute> institutes, Optional<Pages.Deep> deep) {
        var direct = registry.institutesDirect();
        var lists = new ArrayList<Workload>();
        lists.add(byId(http, institutes));
        lists.add(ClosedLoop.repeating(
                "first page", http, () -> Call.get(pages(http).first())));
        deep.ifPresent(page -> lists.add(ClosedLoop.repeating("deep page", http, () -> Call.get(page.address()))));
        lists.add(ClosedLoop.repeating(
                "facets", http, () -> Call.get(URI.create(direct + "?facets=region,mission,status"))));
        return lists;
    }

    private Workload byId(HttpLoad http, List<KnownInstitute> institutes) {
        var calls = institutes.stream()
                .map(institute -> URI.create(registry.institutesDirect() + "/" + institute.id()))
                .map(address -> new Calls.Next(Call.get(address), null))
                .toList();
        var cycle = Calls.cycling(calls);
        return new ClosedLoop("by id", http, () -> cycle);
    }

    private static URI with(URI institutes, String place, String text) {
        return URI.create(institutes + place + Pages.encoded(text));
    }

    private static Workload asking(
            String name, HttpLoad http, List<Question> questions, Function<String, URI> address) {
        var calls = new ArrayList<Calls.Next>();
        questions.forEach(
                question -> calls.add(new Calls.Next(Call.get(address.apply(question.text())), question.kind())));
        Collections.shuffle(calls, new Random(SEED));
        // One cycle for all rounds, so that each goes on where the one before stopped.
        var cycle = Calls.cycling(calls);
        return new ClosedLoop(name, http, () -> cycle);
    }

    private Section section(List<Workload> workloads, String title, Optional<Pages.Deep> deep)
            throws InterruptedException {
        var results = rounds.inTurns(workloads, () -> {});
        var floor = results.getFirst();
        var lines = new ArrayList<Line>(floor.against(null));
        results.stream().skip(1).map(result -> result.against(floor)).forEach(lines::addAll);
        deep.ifPresent(page -> lines.add(new Line("deep page", "number", "", page.number(), null, null)));
        results.stream().map(Measured::byKind).forEach(lines::addAll);
        return new Section(
                title, "a bare HTTP server in a process of its own that answers the bytes of the first page", lines);
    }

    private String title(long count) {
        return String.format(
                Locale.ROOT,
                "Searches and lists of %,d institutes: %d connections, closed loop, %s",
                count,
                FEW,
                rounds.describe());
    }
}
