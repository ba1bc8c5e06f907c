package ma.jazari.partnerships.webhookdelivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When attempts are made, by the configuration as it is delivered. */
class PacingTest {

    private static final DeliveryConfig DEFAULTS = new SmallRyeConfigBuilder()
            .withMapping(DeliveryConfig.class)
            .build()
            .getConfigMapping(DeliveryConfig.class);

    @Test
    void pauses_as_the_contract_says_and_gives_up_after_the_tenth_attempt() {
        var pacing = pacing(0);

        assertThat(pacing.first()).isEqualTo(Duration.ZERO);
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9))
                .map(failures -> pacing.after(failures, null).orElseThrow())
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24));
        assertThat(pacing.after(10, null)).isEmpty();
        assertThat(pacing.after(10, Duration.ofHours(1))).isEmpty();
    }

    @Test
    void makes_a_pause_longer_by_chance_and_never_shorter() {
        assertThat(pacing(0.5).after(2, null)).contains(Duration.ofSeconds(315));
        assertThat(pacing(1).after(2, null)).contains(Duration.ofSeconds(330));
    }

    @Test
    void waits_as_long_as_the_receiver_asks_but_not_for_ever() {
        var pacing = pacing(0);

        assertThat(pacing.after(1, Duration.ofMinutes(2))).contains(Duration.ofMinutes(2));
        assertThat(pacing.after(4, Duration.ofMinutes(2))).contains(Duration.ofHours(2));
        assertThat(pacing.after(1, Duration.ofDays(30))).contains(Duration.ofHours(24));
        assertThat(pacing.after(1, Duration.ofSeconds(-5))).contains(Duration.ofSeconds(5));
    }

    @Test
    void reads_retry_after_as_seconds_or_as_a_date() {
        assertThat(retryAfter("120")).contains(Duration.ofMinutes(2));
        assertThat(retryAfter("Sat, 28 Nov 2026 10:05:00 GMT")).contains(Duration.ofMinutes(5));
        assertThat(retryAfter("soon")).isEmpty();
        assertThat(retryAfter("99999999999999")).isEmpty();
        assertThat(retryAfter(null)).isEmpty();
    }

    @Test
    void takes_2xx_alone_for_success() {
        for (int status : new int[] {200, 201, 202, 204, 299}) {
            assertThat(answer(status, null).isSuccess()).isTrue();
        }
        for (int status : new int[] {301, 302, 307, 400, 404, 410, 429, 500, 503}) {
            assertThat(answer(status, null).isSuccess()).isFalse();
        }
        assertThat(answer(410, null).isGone()).isTrue();
        assertThat(answer(404, null).isGone()).isFalse();
    }

    @Test
    void has_a_claim_outlast_an_attempt() {
        assertThat(DEFAULTS.timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(DEFAULTS.claim()).isGreaterThan(DEFAULTS.timeout().multipliedBy(2));
        assertThat(DEFAULTS.disableAfter()).isEqualTo(Duration.ofDays(5));
        assertThat(DEFAULTS.failuresApart()).isGreaterThan(Duration.ofDays(2));
    }

    private static Optional<Duration> retryAfter(@Nullable String header) {
        return Optional.ofNullable(answer(503, header).retryAfter());
    }

    private static Answer answer(int status, @Nullable String retryAfter) {
        return Answer.of(status, retryAfter, Instant.parse("2026-11-28T10:00:00Z"), Duration.ZERO);
    }

    private static Pacing pacing(double chance) {
        return new Pacing(DEFAULTS.pauses(), DEFAULTS.jitter(), DEFAULTS.longestRetryAfter(), () -> chance);
    }
}
