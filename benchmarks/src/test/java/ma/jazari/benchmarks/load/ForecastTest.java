package ma.jazari.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void is_a_guess_with_a_margin_until_something_was_seen() {
        assertThat(new Forecast(300).most(Duration.ofSeconds(5))).isEqualTo(3_000);
    }

    @Test
    void holds_for_twice_the_fastest_round() {
        var forecast = new Forecast(300);
        forecast.seen(round(100));
        forecast.seen(round(120));
        forecast.seen(round(90));

        assertThat(forecast.most(Duration.ofMillis(2_500))).isEqualTo(600);
    }

    private static Round round(int completed) {
        return new Round(new Histogram(Latencies.DIGITS), completed, SECOND);
    }
}
