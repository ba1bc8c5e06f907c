package ma.jazari.gateway.http;

import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.ext.web.RoutingContext;

/** Tells when a request is over: answered, cut, or left by its client. */
public final class RequestEnd {

    private RequestEnd() {}

    /** Runs this once, at the end; any number of parts may ask for it. */
    public static void then(RoutingContext context, Runnable told) {
        // The wrapper is there because quarkus.shutdown.timeout is set.
        QuarkusRequestWrapper.get(context.request()).addRequestDoneHandler(done -> told.run());
    }
}
