package ma.jazari.events.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Duration YOUNG = Duration.ZERO;

    private final Patience patience = new Patience(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofDays(3));

    @Test
    void waits_twice_as_long_each_time_but_never_longer_than_an_hour() {
        var pauses = IntStream.rangeClosed(1, 12)
                .mapToObj(attempts ->
                        patience.pauseAfter(attempts, YOUNG).orElseThrow().toSeconds());

        assertThat(pauses).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3600L, 3600L, 3600L);
        assertThat(patience.pauseAfter(1_000_000, YOUNG)).contains(Duration.ofHours(1));
    }

    @Test
    void gives_up_by_the_age_of_the_mail_and_not_by_the_number_of_attempts() {
        assertThat(patience.pauseAfter(500, Duration.ofDays(3).minusSeconds(1))).isPresent();
        assertThat(patience.pauseAfter(1, Duration.ofDays(3))).isEmpty();
    }
}
