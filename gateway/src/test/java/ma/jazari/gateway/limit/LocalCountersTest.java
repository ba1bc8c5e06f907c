package ma.jazari.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalCountersTest {

    private static final Caller ADDRESS = Caller.address("192.0.2.1");
    private static final Quota QUOTA = new Quota("default", 3, Duration.ofSeconds(60));

    private final AtomicLong nanos = new AtomicLong(1);
    private final LocalCounters counters =
            new LocalCounters(Rates.of(Map.of("jazari.gateway.rates.addresses-kept", "100")), new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            });

    @Test
    void says_after_each_request_what_is_left_and_until_when() {
        assertThat(take().header()).isEqualTo("\"default\";r=2;t=60");
        later(Duration.ofMillis(20_500));
        assertThat(take().header()).isEqualTo("\"default\";r=1;t=40");
        assertThat(take()).isEqualTo(new Count(QUOTA, true, 0, 40));
        assertThat(take()).isEqualTo(new Count(QUOTA, false, 0, 40));
    }

    @Test
    void gives_nothing_back_before_the_window_is_over_and_all_of_it_then() {
        IntStream.range(0, 3).forEach(i -> take());

        later(Duration.ofMillis(59_999));
        assertThat(take()).isEqualTo(new Count(QUOTA, false, 0, 1));
        later(Duration.ofMillis(1));
        assertThat(take().remaining()).isEqualTo(2);
    }

    @Test
    void counts_each_caller_and_each_policy_apart() {
        IntStream.range(0, 3).forEach(i -> take());

        assertThat(count(Caller.address("192.0.2.2"), QUOTA).remaining()).isEqualTo(2);
        assertThat(count(ADDRESS, new Quota("write", 3, QUOTA.window())).remaining())
                .isEqualTo(2);
        assertThat(count(Caller.client("192.0.2.1", ""), QUOTA).remaining()).isEqualTo(2);
        assertThat(take().accepted()).isFalse();
    }

    @Test
    void lets_exactly_as_many_pass_when_all_come_at_once() throws InterruptedException {
        var quota = new Quota("default", 500, QUOTA.window());
        var passed = new AtomicLong();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 2_000)
                    .forEach(i -> threads.execute(() -> {
                        if (count(ADDRESS, quota).accepted()) {
                            passed.incrementAndGet();
                        }
                    }));
        }

        assertThat(passed).hasValue(500);
    }

    @Test
    void remembers_only_so_many_addresses_and_forgets_who_was_idle() {
        IntStream.range(0, 10_000).forEach(i -> count(Caller.address("10.0." + i / 256 + "." + i % 256), QUOTA));
        assertThat(counters.size()).isBetween(1L, 100L);

        later(QUOTA.window().multipliedBy(3));
        assertThat(counters.size()).isZero();
    }

    @Test
    void keeps_clients_while_addresses_are_many() {
        var client = Caller.client("partner-demo", "1");
        count(client, QUOTA);

        IntStream.range(0, 10_000).forEach(i -> count(Caller.address("10.0." + i / 256 + "." + i % 256), QUOTA));

        assertThat(count(client, QUOTA).remaining()).isEqualTo(1);
    }

    private Count take() {
        return count(ADDRESS, QUOTA);
    }

    private Count count(Caller caller, Quota quota) {
        return counters.take(caller, quota).result();
    }

    private void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
