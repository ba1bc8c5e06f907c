package ma.jazari.benchmarks.partners;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.records.RorDump;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;

/** A dump of ROR as partners: how fast it is imported, how right texts are matched, and how long searches take. */
public final class PartnersBenchmark {

    private static final int TEXTS_OF_A_KIND = 400;
    private static final int TEXTS_AT_ONCE = 100;
    private static final double BYTES_A_MEBIBYTE = 1024.0 * 1024.0;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Registry registry;
    private final Pipeline pipeline;
    private final Rounds rounds;

    public PartnersBenchmark(Registry registry, Pipeline pipeline, Rounds rounds) {
        this.registry = registry;
        this.pipeline = pipeline;
        this.rounds = rounds;
    }

    /** @param file a dump of ROR, a JSON object a line */
    public List<Section> run(Path file) throws InterruptedException {
        var organisations = RorDump.lines(file).stream().map(Organisation::of).toList();
        var split = Split.of(organisations, TEXTS_OF_A_KIND);
        try (var calls = new PartnerCalls(registry)) {
            var sections = new ArrayList<Section>();
            sections.add(imported(calls, split));
            settle();
            sections.add(marked(calls, split.texts()));
            sections.add(new PartnerLatencies(registry, rounds).run(split));
            return sections;
        }
    }

    private Section imported(PartnerCalls calls, Split split) throws InterruptedException {
        var file = split.imported().stream()
                .map(Organisation::line)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        int count = split.imported().size();
        rounds.progress().say(String.format(Locale.ROOT, "Import of %,d partners", count));
        var lines = new ArrayList<Line>();
        for (var time : List.of("import", "the same again")) {
            long begun = System.nanoTime();
            var report = calls.importLines(file);
            double seconds = (System.nanoTime() - begun) / 1e9;
            rounds.progress().say(String.format(Locale.ROOT, "  %s: %.1f s", time, seconds));
            lines.add(new Line(time, "records", "1/s", count / seconds, null, null));
            for (var what : List.of("created", "updated", "unchanged", "rejected")) {
                lines.add(new Line(time, what, "", report.path(what).asLong(), null, null));
            }
        }
        double memory = registry.memoryOf("partnerships-service") / BYTES_A_MEBIBYTE;
        lines.add(new Line("partnerships-service", "memory", "MiB", memory, null, null));
        return new Section(String.format(Locale.ROOT, "Import of %,d partners in one request", count), "none", lines);
    }

    /** Its changes go to those who listen, and the database gets to know what it holds. */
    private void settle() throws InterruptedException {
        rounds.progress().say("Waiting until its changes are published and handled");
        pipeline.awaitIdle(PATIENCE);
        try (var connection = registry.connect("partnerships");
                var statement = connection.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException failure) {
            throw new BenchmarkException("PostgreSQL does not answer: " + failure.getMessage(), failure);
        }
        // The service reads how common words are once a minute.
        Thread.sleep(Duration.ofSeconds(61));
    }

    private Section marked(PartnerCalls calls, List<Labelled> texts) throws InterruptedException {
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
                String.format(Locale.ROOT, "Match of %,d labelled texts", texts.size()),
                "none; precision is over what was chosen, recall over what the registry has",
                marks.lines());
    }
}
