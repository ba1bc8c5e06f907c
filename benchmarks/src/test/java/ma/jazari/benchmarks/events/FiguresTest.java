package ma.jazari.benchmarks.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkException;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final byte[] ANSWER =
            "{\"indicators\": [{\"key\": \"trained\", \"total\": \"1200.5\", \"measurements\": 3}]}"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void are_checked_by_count_and_sum() {
        assertThatCode(() -> Figures.check(ANSWER, 3, new BigDecimal("1200.50")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Figures.check(ANSWER, 4, new BigDecimal("1200.5")))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("1200.5 from 3 measurements instead of 1200.5 from 4");
        assertThatThrownBy(() -> Figures.check(ANSWER, 3, new BigDecimal("1200")))
                .isInstanceOf(BenchmarkException.class);
        assertThatThrownBy(() -> Figures.check("{}".getBytes(StandardCharsets.UTF_8), 0, BigDecimal.ZERO))
                .isInstanceOf(BenchmarkException.class);
    }

    @Test
    void name_their_programmes_for_the_database_and_their_past_for_the_service() {
        var plan = FigurePlan.of(10, List.of(new Host("j00000098", "MA-04")));
        var figures = new Figures(plan, "root", List.of("a", "b"), Instant.parse("2026-11-27T20:00:00Z"), 5);

        assertThat(figures.programmes()).isEqualTo("{root,a,b}");
        assertThat(figures.past()).isEqualTo("&asOf=2026-11-27T20:00:00Z");
    }
}
