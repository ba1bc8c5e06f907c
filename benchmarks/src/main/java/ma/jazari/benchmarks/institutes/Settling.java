package ma.jazari.benchmarks.institutes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.jazari.benchmarks.Progress;
import ma.jazari.benchmarks.report.Line;
import ma.jazari.benchmarks.report.Section;
import ma.jazari.benchmarks.stack.Pipeline;

/** The time after an import: its changes go to those who listen, and the database gets to know what it holds. */
record Settling(Pipeline pipeline, InstitutesDatabase database, Progress progress) {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    /** Autovacuum looks once a minute. */
    private static final Duration AUTOVACUUM = Duration.ofSeconds(90);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final double MILLIS_A_SECOND = 1000;

    /** @param end of the import */
    Section await(Instant end, int changes) throws InterruptedException {
        progress.say("Waiting until its changes are published and handled");
        var lines = new ArrayList<Line>();
        if (pipeline.awaitIdle(PATIENCE)) {
            double seconds = Duration.between(end, Instant.now()).toMillis() / MILLIS_A_SECOND;
            lines.add(new Line("published and handled", "after", "s", seconds, null, null));
        }
        return new Section(
                String.format(Locale.ROOT, "After the import of %,d institutes", changes),
                statistics(end),
                List.copyOf(lines));
    }

    /** Says how the database came by its statistics. */
    private String statistics(Instant end) throws InterruptedException {
        progress.say("Waiting for autovacuum's statistics");
        long begun = System.nanoTime();
        while (!database.isAnalyzedSince(end)) {
            if (System.nanoTime() - begun > AUTOVACUUM.toNanos()) {
                progress.say("  none after " + AUTOVACUUM.toSeconds() + " s: ANALYZE is run by hand");
                database.analyze();
                return "none; autovacuum made no statistics in " + AUTOVACUUM.toSeconds()
                        + " s, ANALYZE was run by hand";
            }
            Thread.sleep(PAUSE);
        }
        return "none; statistics are autovacuum's";
    }
}
