package ma.jazari.gateway.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.gateway.route.RequestKind;
import ma.jazari.gateway.route.RequestPath;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** Refuses requests that no part of the registry should see: their path, method or size is not one of ours. */
@Singleton
public class RequestGuard {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);
    private static final String ALLOW =
            METHODS.stream().map(HttpMethod::name).collect(Collectors.toCollection(TreeSet::new)).stream()
                    .collect(Collectors.joining(", "));
    // After the security headers (9,900), before CORS, authentication and routing.
    private static final int EARLY = 9_800;
    private static final int LINE_OVERHEAD = 4;

    private final ProblemWriter problems;
    private final GatewayConfig.Limits limits;

    RequestGuard(ProblemWriter problems, GatewayConfig config) {
        this.problems = problems;
        this.limits = config.limits();
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, EARLY);
    }

    /** The path of the request, once it was found to be plain. */
    public static RequestPath pathOf(RoutingContext context) {
        return context.get(RequestPath.class.getName());
    }

    /** What the request is about. */
    public static RequestKind kindOf(RoutingContext context) {
        return context.get(RequestKind.class.getName());
    }

    private void guard(RoutingContext context) {
        try {
            var path = check(context, context.request());
            context.put(RequestPath.class.getName(), path);
            context.put(
                    RequestKind.class.getName(),
                    RequestKind.of(context.request().method().name(), path));
        } catch (Problem problem) {
            problems.write(context, problem);
            return;
        }
        context.next();
    }

    private RequestPath check(RoutingContext context, HttpServerRequest request) {
        if (!METHODS.contains(request.method())) {
            context.response().putHeader(HttpHeaders.ALLOW, ALLOW);
            throw Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The registry knows the methods " + ALLOW + ".");
        }
        if (request.uri().length() > limits.uri().asLongValue()) {
            throw tooLarge(
                    ProblemType.URI_TOO_LONG, "Path and query", limits.uri().asLongValue());
        }
        if (size(request.headers()) > limits.headers().asLongValue()) {
            throw tooLarge(
                    ProblemType.HEADERS_TOO_LARGE,
                    "The header lines together",
                    limits.headers().asLongValue());
        }
        var path = request.path();
        return RequestPath.parse(path == null ? "" : path);
    }

    private static long size(MultiMap headers) {
        return headers.entries().stream()
                .mapToLong(line -> line.getKey().length() + line.getValue().length() + LINE_OVERHEAD)
                .sum();
    }

    private static Problem tooLarge(ProblemType type, String what, long bytes) {
        return Problem.of(type, what + " may have " + bytes + " bytes.");
    }
}
