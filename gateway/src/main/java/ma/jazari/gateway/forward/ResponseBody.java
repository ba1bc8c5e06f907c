package ma.jazari.gateway.forward;

import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import ma.jazari.gateway.cache.Recording;

/** The answer on its way from the service to the client: in pieces, and no faster than the client reads. */
final class ResponseBody {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final HttpClientResponse from;
    private final HttpServerRequest request;
    private final HttpServerResponse to;
    private final Recording recording;

    ResponseBody(HttpClientResponse from, HttpServerRequest request, Recording recording) {
        this.from = from;
        this.request = request;
        this.to = request.response();
        this.recording = recording;
    }

    /** Tells the client how the body will be framed. */
    void announce() {
        if (!to.headers().contains(HttpHeaders.CONTENT_LENGTH) && isExpected()) {
            to.setChunked(true);
        }
    }

    /** Lets it flow; {@code moved} is told of each piece, {@code complete} of the end. */
    void flow(Runnable moved, Runnable complete) {
        from.handler(piece -> {
            moved.run();
            recording.take(piece);
            if (recording.isKnownToClient()) {
                return;
            }
            to.write(piece);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(drained -> from.resume());
            }
        });
        from.endHandler(end -> complete.run());
    }

    private boolean isExpected() {
        return !recording.isKnownToClient()
                && !HttpMethod.HEAD.equals(request.method())
                && from.statusCode() != NO_CONTENT
                && from.statusCode() != NOT_MODIFIED;
    }
}
