package ma.jazari.gateway.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import ma.jazari.gateway.feed.ChangeFilter;
import ma.jazari.gateway.http.Leftovers;
import ma.jazari.gateway.http.VerifiedToken;
import ma.jazari.platform.feed.FeedCursor;
import org.jspecify.annotations.Nullable;

/**
 * What one reader is sent, and how far it has come. It holds no change back for a reader: what does not fit into the
 * connection now is read again when it does. Lives on the streams' event loop.
 */
final class EventStream {

    private static final int MOST_UNSENT_BYTES = 256 * 1024;

    private final HttpServerRequest request;
    private final String owner;
    private final @Nullable VerifiedToken token;
    private final HttpServerResponse response;
    private final Caller caller;
    private final ChangeFilter filter;
    private final Wanted wanted;
    private @Nullable FeedCursor place;
    private @Nullable Instant fullSince;
    private final AtomicInteger unsent = new AtomicInteger();
    private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();

    /**
     * A stream that has not begun.
     *
     * @param owner whose streams are counted together
     * @param token of the reader; null without one
     * @param place only changes after it; null for all
     */
    EventStream(
            HttpServerRequest request,
            String owner,
            @Nullable VerifiedToken token,
            ChangeFilter filter,
            @Nullable FeedCursor place) {
        this.request = request;
        this.owner = owner;
        this.token = token;
        this.response = request.response();
        this.caller = Caller.of(request);
        this.filter = filter;
        this.wanted = Wanted.of(filter);
        this.place = place;
    }

    /** The head, how soon to come back after a cut, and where this begins, for readers that are cut before a change comes. */
    void begin(long comeBackMillis) {
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                // Proxies that gather answers would hold changes back.
                .putHeader("X-Accel-Buffering", "no");
        write("retry: " + comeBackMillis + "\n" + id() + "\n");
    }

    /**
     * Sends what of the changes the reader wants and has not got.
     *
     * @param through the changes are all that there are up to here
     * @return whether the reader has come this far; if not, it takes nothing more for now
     */
    boolean send(List<JsonNode> changes, FeedCursor through) {
        for (var change : changes) {
            if (!send(change)) {
                return false;
            }
        }
        comeTo(through);
        return true;
    }

    private boolean send(JsonNode change) {
        var id = change.path("cursor").textValue();
        var here = FeedCursor.decode(id);
        if (place != null && here.compareTo(place) <= 0) {
            return true;
        }
        if (wanted.holds(change)) {
            if (isFull()) {
                return false;
            }
            write("id: " + id + "\nevent: " + change.path("type").asText() + "\ndata: " + change + "\n\n");
        }
        comeTo(here);
        return true;
    }

    private void comeTo(FeedCursor here) {
        if (place == null || here.compareTo(place) > 0) {
            place = here;
        }
    }

    /** Shows that the stream is alive, and how far it has come. */
    void ping() {
        if (!isFull()) {
            write(": ping\n" + id() + "\n");
        }
    }

    private String id() {
        return place == null ? "" : "id: " + place.encode() + "\n";
    }

    // Counted here: what is written from another thread than the connection's is in no buffer of the connection yet.
    private void write(String text) {
        var bytes = Buffer.buffer(text);
        unsent.addAndGet(bytes.length());
        response.write(bytes).onComplete(sent -> {
            unsent.addAndGet(-bytes.length());
            tellIfItTakesMore();
        });
    }

    private boolean isFull() {
        if (unsent.get() < MOST_UNSENT_BYTES) {
            fullSince = null;
            return false;
        }
        if (fullSince == null) {
            fullSince = Instant.now();
        }
        return true;
    }

    /** Does something once, when the reader takes something again; on any thread. */
    void whenItTakesMore(Runnable deed) {
        waiting.set(deed);
        tellIfItTakesMore();
    }

    private void tellIfItTakesMore() {
        if (unsent.get() <= MOST_UNSENT_BYTES / 2) {
            var deed = waiting.getAndSet(null);
            if (deed != null) {
                deed.run();
            }
        }
    }

    /** Whether the reader has taken nothing since then. */
    boolean isStuckSince(Instant then) {
        return isFull() && fullSince != null && fullSince.isBefore(then);
    }

    /** Whether the token has expired. */
    boolean isOver(Instant now) {
        return token != null && !now.isBefore(token.expires());
    }

    /** Whether the token was issued to a client of these. */
    boolean isOf(Predicate<String> clients) {
        return token != null && clients.test(token.client());
    }

    /** A whole end: the reader may come back and go on. */
    void end() {
        response.end();
    }

    /** An end that nobody takes for a whole one. */
    void cut() {
        Leftovers.cut(request);
    }

    /** Whose streams are counted together. */
    String owner() {
        return owner;
    }

    /** Whether nobody reads any more. */
    boolean isGone() {
        return response.closed() || response.ended();
    }

    Caller caller() {
        return caller;
    }

    ChangeFilter filter() {
        return filter;
    }

    @Nullable FeedCursor place() {
        return place;
    }
}
