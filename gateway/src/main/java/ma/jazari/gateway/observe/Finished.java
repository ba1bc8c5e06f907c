package ma.jazari.gateway.observe;

import io.opentelemetry.api.trace.SpanContext;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import ma.jazari.gateway.http.ProblemWriter;
import ma.jazari.gateway.http.RequestGuard;
import ma.jazari.gateway.http.VerifiedToken;
import ma.jazari.gateway.route.RequestKind;
import ma.jazari.gateway.route.Route;
import org.jspecify.annotations.Nullable;

/** A request that is over, as it is counted and logged. */
record Finished(RoutingContext context, SpanContext trace, long nanos) {

    static final String ANONYMOUS = "anonymous";

    private static final int TOO_MANY = 429;
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;

    /** The service that it was for; {@code gateway} for what that answers itself. */
    String route() {
        Route route = context.get(Route.class.getName());
        return route == null ? "gateway" : route.upstream().serviceName();
    }

    /** What it was about; {@code none} where it was refused before that was known. */
    String kind() {
        RequestKind kind = RequestGuard.kindOf(context);
        return kind == null ? "none" : kind.name().toLowerCase(Locale.ROOT);
    }

    /** The client of its token, once that was verified. */
    String client() {
        var token = VerifiedToken.of(context);
        return token == null ? ANONYMOUS : token.client();
    }

    int status() {
        return context.response().getStatusCode();
    }

    String outcome() {
        if (!context.response().ended()) {
            return "cut";
        }
        if (status() == TOO_MANY) {
            return "limited";
        }
        if (status() >= FIRST_FAILURE) {
            return "failed";
        }
        return status() >= FIRST_REFUSAL ? "refused" : "ok";
    }

    /** What the gateway itself had against it. */
    @Nullable String problem() {
        return ProblemWriter.problemOf(context);
    }
}
