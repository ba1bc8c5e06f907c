package ma.jazari.gateway.forward;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The body on its way from the client to the service: in pieces, counted, and no faster than the service reads. */
final class RequestBody {

    private final HttpServerRequest from;
    private final long limit;
    private long passed;
    private boolean waitsForService;

    RequestBody(HttpServerRequest from, long limit) {
        this.from = from;
        this.limit = limit;
    }

    /** Whether the client says itself that it will be too large. */
    boolean isDeclaredTooLarge() {
        return declaredLength() > limit;
    }

    /** Tells the service how long the body will be, if that is known, and a client that waits for it to go on. */
    void announce(HttpClientRequest to) {
        long length = declaredLength();
        if (length >= 0) {
            to.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(length));
        }
        if ("100-continue".equalsIgnoreCase(from.getHeader(HttpHeaders.EXPECT))) {
            from.response().writeContinue();
        }
    }

    /** Lets it flow; {@code moved} is told of each piece, {@code tooLarge} of the first one over the limit. */
    void flow(HttpClientRequest to, Runnable moved, Runnable tooLarge) {
        if (from.isEnded()) {
            // It was empty, and this is the second service that gets it.
            to.end();
            return;
        }
        from.handler(piece -> {
            moved.run();
            if (isWithinLimit(piece)) {
                pass(piece, to);
            } else {
                tooLarge.run();
            }
        });
        from.endHandler(end -> to.end());
        from.resume();
    }

    /** Whether it is known to have nothing in it. */
    boolean isEmpty() {
        return from.isEnded() && passed == 0;
    }

    /** Nothing more of it goes to the service. */
    void stop() {
        if (!from.isEnded()) {
            from.handler(piece -> {});
            from.endHandler(end -> {});
        }
    }

    /** Whether it is the client's turn to send. */
    boolean waitsForClient() {
        return !from.isEnded() && !waitsForService;
    }

    private void pass(Buffer piece, HttpClientRequest to) {
        if (piece.length() == 0) {
            return;
        }
        if (declaredLength() < 0 && !to.isChunked()) {
            to.setChunked(true);
        }
        to.write(piece);
        if (to.writeQueueFull()) {
            waitsForService = true;
            from.pause();
            to.drainHandler(drained -> {
                waitsForService = false;
                from.resume();
            });
        }
    }

    private boolean isWithinLimit(Buffer piece) {
        passed += piece.length();
        return passed <= limit;
    }

    private long declaredLength() {
        var length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length.trim());
    }
}
