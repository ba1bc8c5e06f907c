package ma.jazari.gateway.pulse;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The end of one service's log, as it was when the service was last asked. */
final class LogEnd {

    private final Supplier<Future<Buffer>> service;
    private final LongSupplier nanos;
    private @Nullable Seen seen;
    private @Nullable Future<Long> underWay;

    /** @param nanos a clock that only goes forward */
    LogEnd(Supplier<Future<Buffer>> service, LongSupplier nanos) {
        this.service = service;
        this.nanos = nanos;
    }

    /** Asks the service, once for all who want to know at the same time. */
    synchronized Future<Long> ask() {
        if (underWay != null) {
            return underWay;
        }
        long asked = nanos.getAsLong();
        var answer = service.get().map(LogEnd::seq).andThen(result -> take(result, asked));
        underWay = answer.isComplete() ? null : answer;
        return answer;
    }

    private synchronized void take(AsyncResult<Long> result, long asked) {
        underWay = null;
        if (result.succeeded()) {
            seen = new Seen(result.result(), asked);
        }
    }

    /** The place of the last change, if the service was asked for it no longer ago than this. */
    synchronized OptionalLong known(Duration within) {
        return seen == null || nanos.getAsLong() - seen.asked() > within.toNanos()
                ? OptionalLong.empty()
                : OptionalLong.of(seen.seq());
    }

    private static long seq(Buffer body) {
        return Long.parseLong(body.toString().strip());
    }

    private record Seen(long seq, long asked) {}
}
