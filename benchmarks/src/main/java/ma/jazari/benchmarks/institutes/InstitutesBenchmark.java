package ma.jazari.benchmarks.institutes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.jazari.benchmarks.load.Rounds;
import ma.jazari.benchmarks.records.InstituteLines;
import ma.jazari.benchmarks.report.AtSize;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;

/** What is done with many institutes: searches, lists, import and export, at a size of the registry. */
public final class InstitutesBenchmark implements AutoCloseable {

    private static final double BYTES_A_MEBIBYTE = 1024.0 * 1024.0;

    private final Registry registry;
    private final Pipeline pipeline;
    private final Rounds rounds;
    private final InstitutesDatabase database;

    public InstitutesBenchmark(Registry registry, Pipeline pipeline, Rounds rounds) {
        this.registry = registry;
        this.pipeline = pipeline;
        this.rounds = rounds;
        this.database = new InstitutesDatabase(registry);
    }

    /** With what is there. */
    public AtSize run() throws InterruptedException {
        return measured(new ArrayList<>());
    }

    /** With so many more. */
    public AtSize grown(InstituteLines source, int more) throws InterruptedException {
        var sections = new ArrayList<Section>();
        sections.add(new ImportBenchmark(registry, rounds.progress()).run(source, more));
        sections.add(new Settling(pipeline, database, rounds.progress()).await(Instant.now(), more));
        return measured(sections);
    }

    private AtSize measured(List<Section> sections) throws InterruptedException {
        long count = database.count();
        sections.add(new SearchBenchmark(registry, rounds).run(database, count));
        sections.add(new ExportBenchmark(registry, rounds).run(database, count));
        sections.add(new Section(
                String.format(Locale.ROOT, "Size of %,d institutes", count),
                "none",
                List.of(
                        mebibytes("institutes-service", "memory", registry.serviceMemory()),
                        mebibytes("database", "disk", database.bytes()))));
        return new AtSize(count, sections);
    }

    private static Line mebibytes(String measure, String metric, long bytes) {
        return new Line(measure, metric, "MiB", bytes / BYTES_A_MEBIBYTE, null, null);
    }

    @Override
    public void close() {
        database.close();
    }
}
