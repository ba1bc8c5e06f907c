package ma.jazari.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.SynchronizationStrategy;
import io.vertx.core.Future;
import java.time.Duration;

/** Counts in memory, of so many callers at most: whoever sends from ever new addresses fills no memory. */
final class LocalCounters implements Counters {

    private static final long NANOS_OF_A_SECOND = 1_000_000_000;

    private final TimeMeter time;
    private final Cache<Key, Bucket> addresses;
    private final Cache<Key, Bucket> clients;

    LocalCounters(RateConfig config, TimeMeter time) {
        this.time = time;
        this.addresses = cache(config.addressesKept(), config.window());
        this.clients = cache(config.clientsKept(), config.window());
    }

    // Whoever was idle for a window has all of its quota again, so forgetting it changes nothing.
    private Cache<Key, Bucket> cache(int most, Duration window) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(window.multipliedBy(2))
                .ticker(time::currentTimeNanos)
                .build();
    }

    @Override
    public Future<Count> take(Caller caller, Quota quota) {
        var kept = caller.isAnonymous() ? addresses : clients;
        var bucket = kept.get(new Key(quota.policy(), caller.key()), absent -> bucket(quota));
        return Future.succeededFuture(count(quota, bucket.tryConsumeAndReturnRemaining(1)));
    }

    static Count count(Quota quota, ConsumptionProbe probe) {
        return new Count(
                quota, probe.isConsumed(), probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()));
    }

    /** How many callers are remembered, by policy. */
    long size() {
        addresses.cleanUp();
        clients.cleanUp();
        return addresses.estimatedSize() + clients.estimatedSize();
    }

    private Bucket bucket(Quota quota) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota.requests()).refillIntervally(quota.requests(), quota.window()))
                .withCustomTimePrecision(time)
                .withSynchronizationStrategy(SynchronizationStrategy.SYNCHRONIZED)
                .build();
    }

    // A client that waits for these seconds must not come too early.
    private static long seconds(long nanos) {
        return Math.max(1, Math.ceilDiv(nanos, NANOS_OF_A_SECOND));
    }

    private record Key(String policy, String who) {}
}
