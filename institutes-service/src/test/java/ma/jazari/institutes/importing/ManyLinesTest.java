package ma.jazari.institutes.importing;

import static ma.jazari.institutes.importing.ImportFixture.NDJSON;
import static ma.jazari.institutes.importing.ImportFixture.export;
import static ma.jazari.institutes.importing.ImportFixture.imported;
import static ma.jazari.institutes.importing.ImportFixture.root;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.function.Supplier;
import ma.jazari.platform.test.ManyRecords;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** A file as large registries give them; {@code -Djazari.bulk.lines=50000} for one of the largest. */
@QuarkusTest
@WithTestResource(RealParts.class)
@TestProfile(ManyRecords.class)
class ManyLinesTest {

    private static final Logger LOG = Logger.getLogger(ManyLinesTest.class);
    private static final int LINES = Integer.getInteger("jazari.bulk.lines", 5000);

    @Test
    void takes_many_lines_and_takes_them_again() {
        root();
        var file = new FileGenerator(System.nanoTime()).file(LINES);

        var rehearsal = timed("dry run", () -> imported("?dryRun=true", NDJSON, file));
        var first = timed("created", () -> imported(file));
        var second = timed("unchanged", () -> imported(file));
        for (var type : new String[] {"application/json", NDJSON, "text/csv", "application/geo+json"}) {
            long start = System.nanoTime();
            long bytes = export("", type, Tokens.networkAdmin()).body().length();
            LOG.infof("export %s: %.1f MB/s", type, bytes * 1e3 / (System.nanoTime() - start));
        }

        assertThat(rehearsal.path("created").asInt()).isEqualTo(LINES - LINES / 100);
        assertThat(first.path("created").asInt()).isEqualTo(LINES - LINES / 100);
        assertThat(second.path("unchanged").asInt()).isEqualTo(LINES - LINES / 100);
        assertThat(second.path("rejected").asInt()).isEqualTo(LINES / 100);
    }

    private static JsonNode timed(String what, Supplier<JsonNode> imported) {
        long start = System.nanoTime();
        var report = imported.get();
        LOG.infof("import, %s: %.0f lines/s", what, LINES * 1e9 / (System.nanoTime() - start));
        return report;
    }
}
