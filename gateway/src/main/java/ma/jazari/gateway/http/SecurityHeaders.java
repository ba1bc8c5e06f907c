package ma.jazari.gateway.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Headers that make a browser careful with every answer. A page or a service may replace one with its own. */
@Singleton
public class SecurityHeaders {

    /** For answers that are no page: nothing in them may run, load or be framed. */
    public static final String CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

    // After the request id (10,000), before anything that may answer.
    private static final int EARLY = 9_900;

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, EARLY);
    }

    private static void add(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        headers.set("Content-Security-Policy", CONTENT_POLICY);
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if ("https".equals(context.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        context.next();
    }
}
