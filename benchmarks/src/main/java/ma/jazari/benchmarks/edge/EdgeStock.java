package ma.jazari.benchmarks.edge;

import java.sql.SQLException;
import java.time.Duration;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.records.GeneratedInstitutes;
import ma.jazari.benchmarks.stack.InstituteImport;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;

/** Some thousand changes that everybody may see: institutes that are made up, a change each. */
final class EdgeStock {

    /** How many there are. */
    static final int COUNT = 3_000;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private EdgeStock() {}

    /** Returns when all are published and handled. */
    static void make(Registry registry, Pipeline pipeline) throws InterruptedException {
        try (var lines = new GeneratedInstitutes()) {
            // What an earlier measurement imported comes first, and would be nothing new.
            for (long i = institutes(registry); i > 0; i--) {
                lines.next();
            }
            long created = InstituteImport.of(registry, lines, COUNT);
            if (created < COUNT) {
                throw new BenchmarkException("Of " + COUNT + " institutes " + created + " were imported.");
            }
        }
        if (!pipeline.awaitIdle(PATIENCE)) {
            throw new BenchmarkException("Nothing can be measured while so much is on its way.");
        }
    }

    private static long institutes(Registry registry) {
        try (var connection = registry.connect("institutes");
                var count = connection.prepareStatement("select count(*) from institute");
                var row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new BenchmarkException("PostgreSQL does not answer: " + failure.getMessage(), failure);
        }
    }
}
