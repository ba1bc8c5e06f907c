package ma.jazari.gateway.forward;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import ma.jazari.gateway.cache.PublicAnswers;
import ma.jazari.gateway.http.ProblemWriter;
import ma.jazari.gateway.http.RequestGuard;
import ma.jazari.gateway.http.TokenCheck;
import ma.jazari.gateway.limit.RateLimits;
import ma.jazari.gateway.route.BodyLimits;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.gateway.route.Route;
import ma.jazari.gateway.route.Routes;
import ma.jazari.gateway.upstream.UpstreamClients;

/**
 * Looks at the token, counts, decides, then gives an answer that is kept, or forwards. What no service has goes on to the
 * gateway's own resources.
 */
@Singleton
public class Forwarder {

    // Before the REST resources.
    private static final int ORDER = 100;

    private final Routes routes;
    private final UpstreamClients upstreams;
    private final PublicAnswers answers;
    private final TokenCheck tokens;
    private final RateLimits limits;
    private final ProblemWriter problems;

    Forwarder(
            GatewayConfig config,
            UpstreamClients upstreams,
            PublicAnswers answers,
            TokenCheck tokens,
            RateLimits limits,
            ProblemWriter problems) {
        this.routes = new Routes(BodyLimits.of(config.limits()));
        this.upstreams = upstreams;
        this.answers = answers;
        this.tokens = tokens;
        this.limits = limits;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route("/v1/*")
                .order(ORDER)
                .handler(tokens::read)
                .handler(limits::check)
                .handler(tokens::require)
                .handler(this::forward);
    }

    private void forward(RoutingContext context) {
        routes.decide(RequestGuard.pathOf(context)).ifPresentOrElse(route -> begin(context, route), () -> {
            context.request().resume();
            context.next();
        });
    }

    private void begin(RoutingContext context, Route route) {
        context.put(Route.class.getName(), route);
        answers.answer(context.request(), route.upstream(), RequestGuard.kindOf(context))
                .ifPresent(recording ->
                        new Exchange(context, route, upstreams.of(route.upstream()), problems, recording).begin());
    }
}
