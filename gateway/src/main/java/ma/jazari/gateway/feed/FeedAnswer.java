package ma.jazari.gateway.feed;

import io.vertx.core.buffer.Buffer;

/** What became of a question to the feed that all services answered. */
public sealed interface FeedAnswer {

    /** The page that was asked for. */
    record Found(FeedPage page) implements FeedAnswer {}

    /** A service found fault with the question: its answer is the network's. */
    record Refused(int status, Buffer problem) implements FeedAnswer {}
}
