package ma.jazari.benchmarks.partners;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.Calls;
import ma.jazari.benchmarks.load.ClosedLoop;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Measured;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.questions.Typing;
import ma.jazari.benchmarks.reads.NoOpProcess;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Registry;

/** Searches for partners, by few users: how long one waits who does not stand in a queue. */
final class PartnerLatencies {

    private static final int FEW = 2;
    private static final int ASKED_FOR = 1_000;
    private static final long SEED = 1_206;
    private static final List<Integer> PREFIXES = List.of(2, 4, 8);

    private final Registry registry;
    private final Rounds rounds;

    PartnerLatencies(Registry registry, Rounds rounds) {
        this.registry = registry;
        this.rounds = rounds;
    }

    /** @param size how many partners there are */
    Section run(Split split, int size) throws InterruptedException {
        rounds.progress().say("Searches for partners, " + rounds.describe());
        var some = split.imported().stream()
                .filter(Organisation::isActive)
                .limit(ASKED_FOR)
                .toList();
        try (var http = new HttpLoad(FEW);
                var noOp = NoOpProcess.start(at(""), registry.serviceJavaOptions())) {
            var workloads = List.<Workload>of(
                    ClosedLoop.repeating("no-op server", http, () -> Call.get(noOp.address())),
                    asking("by id", http, ids()),
                    asking("q", http, searches(some)),
                    asking("suggest", http, beginnings(some)),
                    asking("match", http, matches(split.texts())));
            return section(rounds.inTurns(workloads, () -> {}), size);
        }
    }

    private Section section(List<Measured> results, int size) {
        var floor = results.getFirst();
        var lines = new ArrayList<Line>(floor.against(null));
        results.stream().skip(1).map(result -> result.against(floor)).forEach(lines::addAll);
        results.stream().map(Measured::byKind).forEach(lines::addAll);
        return new Section(
                String.format(Locale.ROOT, "Searches for %,d partners: %d connections, ", size, FEW) + "closed loop, "
                        + rounds.describe(),
                "a bare HTTP server in a process of its own that answers the bytes of the first page",
                lines);
    }

    private Stream<Calls.Next> ids() throws InterruptedException {
        try (var calls = new PartnerCalls(registry)) {
            var page = calls.page("?limit=200&sort=name&fields=id").path("items");
            return StreamSupport.stream(page.spliterator(), false)
                    .map(item -> item.path("id").asText())
                    .toList()
                    .stream()
                    .map(id -> new Calls.Next(Call.get(at("/" + id)), null));
        }
    }

    private Stream<Calls.Next> searches(List<Organisation> some) {
        var typing = new Typing();
        return some.stream()
                .flatMap(one -> Stream.of(
                        next("exact name", "?q=", one.name()),
                        next("no accents", "?q=", Typing.withoutAccents(one.name())),
                        next("typing error", "?q=", typing.withError(one.name())),
                        next("first word", "?q=", one.name().split(" ", -1)[0])));
    }

    private Stream<Calls.Next> beginnings(List<Organisation> some) {
        return some.stream().map(Organisation::name).flatMap(name -> PREFIXES.stream()
                .filter(length ->
                        name.length() >= length && !name.substring(0, length).isBlank())
                .map(length -> next(length + " letters", "/suggest?q=", name.substring(0, length))));
    }

    private Stream<Calls.Next> matches(List<Labelled> texts) {
        return texts.stream().map(text -> next(text.kind(), "/match?text=", text.text()));
    }

    private Calls.Next next(String kind, String path, String text) {
        return new Calls.Next(Call.get(at(path + URLEncoder.encode(text, StandardCharsets.UTF_8))), kind);
    }

    private URI at(String rest) {
        return URI.create(registry.partnersDirect() + rest);
    }

    private static Workload asking(String name, HttpLoad http, Stream<Calls.Next> calls) {
        var shuffled = new ArrayList<>(calls.toList());
        Collections.shuffle(shuffled, new Random(SEED));
        // One cycle for all rounds, so that each goes on where the one before stopped.
        var cycle = Calls.cycling(shuffled);
        return new ClosedLoop(name, http, () -> cycle);
    }
}
