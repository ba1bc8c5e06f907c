package ma.jazari.gateway.http;

import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** What is left of a request or an answer that ends early. */
public final class Leftovers {

    // Closing at once would make the client's system throw away the answer before the client has read it.
    private static final long LINGER_MILLIS = 2_000;

    private Leftovers() {}

    /**
     * Ends an answer that has begun so that nobody takes it for complete. Closes the connection itself where it can: a
     * response that is reset never tells the graceful shutdown that it is over.
     */
    public static void cut(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    /** Reads the rest of the request for a moment and throws it away, then closes the connection. */
    public static void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(Http2Error.NO_ERROR.code());
            return;
        }
        var vertx = Vertx.currentContext().owner();
        var timer =
                vertx.setTimer(LINGER_MILLIS, ignored -> request.connection().close());
        request.exceptionHandler(failure -> vertx.cancelTimer(timer));
        request.handler(chunk -> {});
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.resume();
    }
}
