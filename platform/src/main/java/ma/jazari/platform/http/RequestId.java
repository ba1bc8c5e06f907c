package ma.jazari.platform.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives each request an id: the caller's {@code X-Request-Id} if it is usable, else a new one. Answered and logged. */
@Singleton
public class RequestId {

    public static final String HEADER = "X-Request-Id";
    private static final String KEY = "requestId";
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    // Before authentication and routing, so that every answer carries it.
    private static final int FIRST = 10_000;

    private final CurrentVertxRequest request;

    RequestId(CurrentVertxRequest request) {
        this.request = request;
    }

    void register(@Observes Filters filters) {
        filters.register(RequestId::assign, FIRST);
    }

    private static void assign(RoutingContext context) {
        var given = context.request().getHeader(HEADER);
        var id = given != null && USABLE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        context.put(KEY, id);
        context.response().putHeader(HEADER, id);
        MDC.put(KEY, id);
        context.next();
    }

    /** The id of the request being served, or null outside a request. */
    public @Nullable String current() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        var context = request.getCurrent();
        return context == null ? null : of(context);
    }

    public static @Nullable String of(RoutingContext context) {
        return context.get(KEY);
    }
}
