package ma.jazari.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    // Clocks that only go forward may begin anywhere.
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Breaker breaker = new Breaker(3, PAUSE, nanos::get);

    @Test
    void admits_while_failures_are_few() {
        fail(2);

        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void counts_only_failures_in_a_row() {
        fail(2);
        breaker.succeeded();
        fail(2);

        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void admits_nothing_until_the_pause_is_over() {
        fail(3);

        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.pause()).isEqualTo(PAUSE);
        later(PAUSE.minusNanos(1));
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void admits_one_request_after_the_pause_and_all_once_that_succeeded() {
        fail(3);
        later(PAUSE);

        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
        breaker.succeeded();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void pauses_again_when_that_one_failed() {
        fail(3);
        later(PAUSE);
        breaker.admits();
        breaker.failed();

        assertThat(breaker.admits()).isFalse();
        assertThat(breaker.pause()).isEqualTo(PAUSE);
        later(PAUSE);
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void lets_another_one_try_when_that_one_left() {
        fail(3);
        later(PAUSE);
        breaker.admits();
        breaker.abandoned();

        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void does_not_pause_longer_for_requests_that_were_under_way() {
        fail(3);
        later(PAUSE.dividedBy(2));
        breaker.failed();
        breaker.abandoned();
        later(PAUSE.dividedBy(2));

        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void admits_one_request_as_soon_as_the_instance_is_ready() {
        fail(3);
        breaker.ready();

        assertThat(breaker.pause()).isZero();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
        breaker.failed();
        assertThat(breaker.pause()).isEqualTo(PAUSE);
    }

    @Test
    void admits_another_one_when_the_first_takes_long() {
        fail(3);
        later(PAUSE);
        breaker.admits();
        breaker.ready();
        later(PAUSE.minusNanos(1));
        assertThat(breaker.admits()).isFalse();

        later(Duration.ofNanos(1));
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.admits()).isTrue();
            breaker.failed();
        }
    }

    private void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
