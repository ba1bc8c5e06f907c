package ma.jazari.benchmarks.partners;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.records.RorCopies;
import ma.jazari.benchmarks.records.RorDump;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;

/** A dump of ROR as partners: how fast it is imported, how right texts are matched, and how long searches take. */
public final class PartnersBenchmark {

    private static final int TEXTS_OF_A_KIND = 400;
    private static final int TEXTS_AT_ONCE = 100;
    private static final int COPIES_AT_ONCE = 25_000;
    private static final double BYTES_A_MEBIBYTE = 1024.0 * 1024.0;
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    /** The service counts how common words are once a minute. */
    private static final Duration WORDS_COUNTED = Duration.ofSeconds(61);

    private final Registry registry;
    private final Rounds rounds;

    public PartnersBenchmark(Registry registry, Rounds rounds) {
        this.registry = registry;
        this.rounds = rounds;
    }

    /**
     * @param file a dump of ROR, a JSON object a line
     * @param times how often its records are taken: as they are, and again under other names and ids
     */
    public List<Section> run(Path file, int times) throws InterruptedException {
        var organisations = RorDump.lines(file).stream().map(Organisation::of).toList();
        var split = Split.of(organisations, TEXTS_OF_A_KIND);
        var sections = new ArrayList<Section>();
        try (var calls = new PartnerCalls(registry);
                var pipeline = Pipeline.ofPartnerships(registry, rounds.progress())) {
            sections.add(imported(calls, split));
            sections.addAll(searched(calls, split, split.imported().size(), pipeline));
            if (times > 1) {
                sections.add(copied(calls, split, times - 1));
                sections.addAll(searched(calls, split, split.imported().size() * times, pipeline));
            }
        }
        return sections;
    }

    private List<Section> searched(PartnerCalls calls, Split split, int size, Pipeline pipeline)
            throws InterruptedException {
        settle(pipeline);
        var marks = marked(calls, split.texts(), size);
        return List.of(marks, new PartnerLatencies(registry, rounds).run(split, size));
    }

    private Section imported(PartnerCalls calls, Split split) throws InterruptedException {
        var file = bytes(split.imported().stream());
        int count = split.imported().size();
        rounds.progress().say(String.format(Locale.ROOT, "Import of %,d partners", count));
        var lines = new ArrayList<Line>();
        for (var time : List.of("first time", "again, unchanged")) {
            long begun = System.nanoTime();
            var report = calls.importLines(file);
            double seconds = (System.nanoTime() - begun) / 1e9;
            rounds.progress().say(String.format(Locale.ROOT, "  %s: %.1f s", time, seconds));
            lines.add(new Line(time, "records", "1/s", count / seconds, null, null));
            for (var what : List.of("created", "updated", "unchanged", "rejected")) {
                lines.add(new Line(time, what, "", report.path(what).asLong(), null, null));
            }
        }
        lines.add(memory());
        return new Section(String.format(Locale.ROOT, "Import of %,d partners in one request", count), "none", lines);
    }

    /** The same organisations under other names, as many at a time as a request may bring. */
    private Section copied(PartnerCalls calls, Split split, int copies) throws InterruptedException {
        var ror = new RorCopies();
        var organisations = split.imported();
        int count = organisations.size() * copies;
        rounds.progress().say(String.format(Locale.ROOT, "Import of %,d partners that are made up", count));
        double seconds = 0;
        long created = 0;
        for (int copy = 1; copy <= copies; copy++) {
            int number = copy;
            for (int from = 0; from < organisations.size(); from += COPIES_AT_ONCE) {
                var some = organisations.subList(from, Math.min(organisations.size(), from + COPIES_AT_ONCE));
                var file = bytes(some.stream().map(one -> new Organisation(ror.of(one.record(), number))));
                long begun = System.nanoTime();
                created += calls.importLines(file).path("created").asLong();
                seconds += (System.nanoTime() - begun) / 1e9;
            }
            rounds.progress().say(String.format(Locale.ROOT, "  %,d after %.0f s", created, seconds));
        }
        var lines = List.of(
                new Line("made up", "records", "1/s", count / seconds, null, null),
                new Line("made up", "created", "", created, null, null),
                memory());
        return new Section(String.format(Locale.ROOT, "Import of %,d partners more", count), "none", lines);
    }

    private Line memory() {
        double memory = registry.memoryOf("partnerships-service") / BYTES_A_MEBIBYTE;
        return new Line("partnerships-service", "memory", "MiB", memory, null, null);
    }

    private static byte[] bytes(Stream<Organisation> organisations) {
        return organisations
                .map(Organisation::line)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Its changes go to those who listen, and the database gets to know what it holds. */
    private void settle(Pipeline pipeline) throws InterruptedException {
        rounds.progress().say("Waiting until its changes are published and handled, and words are counted");
        pipeline.awaitIdle(PATIENCE);
        try (var connection = registry.connect("partnerships");
                var statement = connection.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException failure) {
            throw new BenchmarkException("PostgreSQL does not answer: " + failure.getMessage(), failure);
        }
        Thread.sleep(WORDS_COUNTED);
    }

    private Section marked(PartnerCalls calls, List<Labelled> texts, int size) throws InterruptedException {
        rounds.progress().say(String.format(Locale.ROOT, "Match of %,d labelled texts", texts.size()));
        var marks = new Marks();
        for (int from = 0; from < texts.size(); from += TEXTS_AT_ONCE) {
            var batch = texts.subList(from, Math.min(texts.size(), from + TEXTS_AT_ONCE));
            var chosen = calls.match(batch.stream().map(Labelled::text).toList());
            for (int i = 0; i < batch.size(); i++) {
                marks.add(batch.get(i), chosen.get(i));
            }
        }
        return new Section(
                String.format(Locale.ROOT, "Match of %,d labelled texts among %,d partners", texts.size(), size),
                "none; precision is over what was chosen, recall over what the registry has",
                marks.lines());
    }
}
