package ma.jazari.gateway.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts in Valkey or Redis, for all gateways together. While that does not answer, counts in memory: nobody is turned away,
 * or let through without limit, because of it.
 */
final class SharedCounters implements Counters {

    private static final Logger LOG = Logger.getLogger(SharedCounters.class);
    private static final String PREFIX = "jazari:rate:";
    // It is left alone for so long after it failed, so that requests do not wait for it one after the other.
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofMinutes(1);
    // Beyond the time after which a bucket is full again and says nothing.
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final RedisConnection redis;
    private final Counters local;
    private final Duration timeout;
    private final Counter inMemory;
    private final AtomicLong askAgainAt = new AtomicLong(System.nanoTime());
    private final AtomicLong warnAgainAt = new AtomicLong(System.nanoTime());
    private final AtomicBoolean connecting = new AtomicBoolean();
    private volatile @Nullable AsyncProxyManager<String> buckets;

    SharedCounters(RedisConnection redis, Duration timeout, Counters local, MeterRegistry metrics) {
        this.redis = redis;
        this.timeout = timeout;
        this.local = local;
        this.inMemory = Counter.builder("jazari.gateway.rates.local")
                .description("Requests that were counted in memory because Redis did not answer")
                .register(metrics);
        connect();
    }

    @Override
    public Future<Count> take(Caller caller, Quota quota) {
        var shared = buckets;
        if (askAgainAt.get() - System.nanoTime() > 0) {
            return inMemory(caller, quota);
        }
        if (shared == null) {
            connect();
            return inMemory(caller, quota);
        }
        var asked = shared.builder()
                .build(key(caller, quota), () -> CompletableFuture.completedFuture(configuration(quota)))
                .tryConsumeAndReturnRemaining(1)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        return here(asked).map(probe -> LocalCounters.count(quota, probe)).recover(failure -> {
            lost(failure);
            return inMemory(caller, quota);
        });
    }

    // Goes on where the request is served, not where Redis is read.
    private static Future<ConsumptionProbe> here(CompletableFuture<ConsumptionProbe> asked) {
        var context = Vertx.currentContext();
        return context == null ? Future.fromCompletionStage(asked) : Future.fromCompletionStage(asked, context);
    }

    private Future<Count> inMemory(Caller caller, Quota quota) {
        inMemory.increment();
        return local.take(caller, quota);
    }

    private void connect() {
        if (!connecting.compareAndSet(false, true)) {
            return;
        }
        redis.open().whenComplete((connection, failure) -> {
            connecting.set(false);
            if (connection == null) {
                lost(failure);
            } else {
                buckets = buckets(connection);
            }
        });
    }

    private static AsyncProxyManager<String> buckets(StatefulRedisConnection<String, byte[]> connection) {
        return Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(GRACE))
                .build()
                .asAsync();
    }

    private static BucketConfiguration configuration(Quota quota) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(quota.requests()).refillIntervally(quota.requests(), quota.window()))
                .build();
    }

    // With the quota in it: another one begins with a bucket of its own.
    private static String key(Caller caller, Quota quota) {
        return PREFIX + (caller.isAnonymous() ? "address:" : "client:") + quota.policy() + ":" + quota.requests() + ":"
                + quota.window().toSeconds() + ":" + caller.key();
    }

    private void lost(@Nullable Throwable failure) {
        pause();
        long now = System.nanoTime();
        long due = warnAgainAt.get();
        if (due - now <= 0 && warnAgainAt.compareAndSet(due, now + QUIET.toNanos())) {
            LOG.warnf("Redis does not answer; requests are counted in this gateway alone: %s", failure);
        }
    }

    private void pause() {
        askAgainAt.set(System.nanoTime() + PAUSE.toNanos());
    }

    @Override
    public void close() {
        redis.close();
    }
}
