package ma.jazari.gateway.overview;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The part of one service. It is asked for at most once in a while and by one reader for all; the last one that was good is
 * kept for when the service does not answer.
 */
final class KeptPart<T> {

    private final Supplier<Future<T>> source;
    private final Duration bound;
    private final Clock clock;
    private Seen<T> seen = new Seen<>(null, Instant.EPOCH, false);
    private Instant asked = Instant.EPOCH;
    private @Nullable Future<Seen<T>> underWay;

    /** @param source asks the service; in time, since all readers wait for it */
    KeptPart(Supplier<Future<T>> source, Duration bound, Clock clock) {
        this.source = source;
        this.bound = bound;
        this.clock = clock;
    }

    /** What is known now. Never fails. */
    synchronized Future<Seen<T>> get() {
        if (underWay != null) {
            return underWay;
        }
        var now = clock.instant();
        if (now.isBefore(asked.plus(bound))) {
            return Future.succeededFuture(seen);
        }
        asked = now;
        var answer = source.get().transform(result -> take(result, now));
        underWay = answer.isComplete() ? null : answer;
        return answer;
    }

    // A failure counts as long as an answer: a service that is down is not asked by everybody.
    private synchronized Future<Seen<T>> take(AsyncResult<T> result, Instant at) {
        underWay = null;
        seen = result.succeeded() ? new Seen<>(result.result(), at, true) : seen.lost();
        return Future.succeededFuture(seen);
    }

    /**
     * A part as it is known.
     *
     * @param value null if there never was one
     * @param asOf when the value was asked for
     * @param answered whether the service gave it when it was last asked
     */
    record Seen<T>(@Nullable T value, Instant asOf, boolean answered) {

        Seen<T> lost() {
            return new Seen<>(value, asOf, false);
        }

        /** Whether it is what the service said earlier. */
        boolean isStale() {
            return !answered && value != null;
        }
    }
}
