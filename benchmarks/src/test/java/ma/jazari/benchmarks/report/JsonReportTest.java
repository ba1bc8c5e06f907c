package ma.jazari.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void holds_what_the_table_shows() {
        var line = new Line("direct", "throughput", "1/s", 3_000, 12_000.0, new Line.Spread(2_900, 3_100));
        var section = new Section("Reads", "a no-op server", List.of(line));
        var report = new JsonReport(
                Instant.parse("2026-01-12T09:00:00Z"),
                "2 cores",
                List.of("-Xmx192m"),
                List.of(section),
                List.of(new AtSize(5_000, List.of(section))));

        var tree = report.tree();

        var written = tree.at("/sections/0/lines/0");
        assertThat(tree.path("at").asText()).isEqualTo("2026-01-12T09:00:00Z");
        assertThat(tree.at("/serviceJavaOptions/0").asText()).isEqualTo("-Xmx192m");
        assertThat(written.path("figure").asDouble()).isEqualTo(3_000);
        assertThat(written.path("floor").asDouble()).isEqualTo(12_000);
        assertThat(written.path("ratio").asDouble()).isEqualTo(0.25);
        assertThat(written.path("lowestRound").asDouble()).isEqualTo(2_900);
        assertThat(tree.at("/growth/0/records").asLong()).isEqualTo(5_000);
        assertThat(tree.at("/growth/0/sections/0/lines/0")).isEqualTo(written);
    }
}
