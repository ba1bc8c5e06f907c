package ma.jazari.gateway.limit;

import io.vertx.core.Future;

/** Where requests are counted. */
interface Counters extends AutoCloseable {

    /** Counts a request of this caller against a quota. Never fails. */
    Future<Count> take(Caller caller, Quota quota);

    @Override
    default void close() {}
}
