package ma.jazari.gateway.limit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.bucket4j.TimeMeter;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Two gateways and a real Redis. */
class SharedCountersTest {

    private static final Quota QUOTA = new Quota("default", 1_000, Duration.ofSeconds(60));
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final int port = freePort();
    private final String url = "redis://127.0.0.1:" + port;
    private final Caller caller =
            Caller.client("partner-demo", UUID.randomUUID().toString());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private RedisServer server = startServer();
    private SharedCounters one = counters();
    private SharedCounters other = counters();

    @BeforeEach
    void bothAreConnected() {
        untilShared(one);
        untilShared(other);
    }

    @AfterEach
    void stop() throws IOException {
        one.close();
        other.close();
        server.stop();
    }

    @Test
    void count_together() {
        long before = take(one).remaining();

        assertThat(take(other).remaining()).isEqualTo(before - 1);
        assertThat(take(one).remaining()).isEqualTo(before - 2);
    }

    @Test
    void refuse_together_what_is_over_the_quota() {
        var two = new Quota("write", 2, Duration.ofSeconds(60));

        assertThat(take(one, two).accepted()).isTrue();
        assertThat(take(other, two).accepted()).isTrue();

        var third = take(one, two);
        assertThat(third.accepted()).isFalse();
        assertThat(third.seconds()).isBetween(1L, 60L);
        assertThat(take(other, two).accepted()).isFalse();
    }

    @Test
    void leave_nothing_behind_for_longer_than_the_window() {
        take(one, new Quota("import", 5, Duration.ofSeconds(30)));

        try (var client = RedisClient.create(url);
                var connection = client.connect()) {
            var keys = connection.sync().keys("jazari:rate:*");
            assertThat(keys).isNotEmpty();
            assertThat(keys)
                    .allSatisfy(key -> assertThat(connection.sync().pttl(key)).isBetween(1L, 61_000L));
        }
    }

    @Test
    void go_on_each_for_itself_without_redis_and_together_again_with_it() throws IOException {
        take(one);
        server.stop();

        await().atMost(10, SECONDS).until(() -> take(one).accepted() && local() > 0);
        long before = take(one).remaining();
        assertThat(take(other).accepted()).isTrue();
        assertThat(take(one).remaining()).as("not counted with the other").isEqualTo(before - 1);

        server = startServer();
        untilShared(one);
        untilShared(other);
        long shared = take(one).remaining();
        assertThat(take(other).remaining()).isEqualTo(shared - 1);
    }

    @Test
    void begin_alone_where_there_is_no_redis_yet() throws IOException {
        server.stop();
        one.close();
        one = counters();

        assertThat(take(one).accepted()).isTrue();

        server = startServer();
        untilShared(one);
    }

    /** Whether a request is counted in Redis. */
    private void untilShared(SharedCounters counters) {
        await().atMost(20, SECONDS).until(() -> {
            double before = local();
            take(counters);
            return local() == before;
        });
    }

    private double local() {
        return metrics.counter("jazari.gateway.rates.local").count();
    }

    private Count take(SharedCounters counters) {
        return take(counters, QUOTA);
    }

    private Count take(SharedCounters counters, Quota quota) {
        return counters.take(caller, quota)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private SharedCounters counters() {
        var memory = new LocalCounters(Rates.of(Map.of()), TimeMeter.SYSTEM_MILLISECONDS);
        return new SharedCounters(new RedisConnection(url, TIMEOUT), TIMEOUT, memory, metrics);
    }

    private RedisServer startServer() {
        try {
            var started = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .build();
            started.start();
            return started;
        } catch (IOException e) {
            throw new IllegalStateException("no Redis", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no port", e);
        }
    }
}
