package ma.jazari.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    @Test
    void is_due_by_the_clock() {
        var loop = new OpenLoop(100);
        var start = Instant.parse("2026-01-12T09:00:00Z");

        assertThat(loop.count(Duration.ofSeconds(6))).isEqualTo(600);
        assertThat(loop.due(start, 0)).isEqualTo(start);
        assertThat(loop.due(start, 1)).isEqualTo(start.plusMillis(10));
        assertThat(loop.due(start, 599)).isEqualTo(start.plusMillis(5990));
    }
}
