package ma.jazari.gateway.forward;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import ma.jazari.gateway.http.Leftovers;
import ma.jazari.gateway.http.ProblemWriter;
import ma.jazari.gateway.route.Route;
import ma.jazari.platform.http.RequestId;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way to a service, and the answer on its way back. Lives on one event loop. */
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Route route;
    private final UpstreamClient upstream;
    private final ProblemWriter problems;
    private final RequestBody body;
    private @Nullable HttpClientRequest outgoing;
    private @Nullable Silence silence;
    private boolean over;

    Exchange(RoutingContext context, Route route, UpstreamClient upstream, ProblemWriter problems) {
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.route = route;
        this.upstream = upstream;
        this.problems = problems;
        this.body = new RequestBody(request, route.bodyLimit());
    }

    void begin() {
        if (body.isDeclaredTooLarge()) {
            refuse(tooLarge());
            return;
        }
        request.pause();
        response.closeHandler(closed -> close());
        response.exceptionHandler(failure -> close());
        upstream.open(request.method(), uri(), ForwardedHeaders.toUpstream(request, RequestId.of(context)))
                .onSuccess(this::send)
                .onFailure(this::unreachable);
    }

    private void send(HttpClientRequest to) {
        outgoing = to;
        if (over) {
            to.reset();
            return;
        }
        var watch = new Silence(context.vertx(), upstream.responseTimeout(), this::silent);
        silence = watch;
        to.exceptionHandler(this::broken);
        to.response().onSuccess(this::answer).onFailure(this::broken);
        request.exceptionHandler(failure -> close());
        body.announce(to);
        body.flow(to, watch::broken, () -> refuse(tooLarge()));
    }

    private void answer(HttpClientResponse from) {
        if (over || silence == null) {
            return;
        }
        response.setStatusCode(from.statusCode());
        ForwardedHeaders.toClient(from.headers(), response.headers());
        var answer = new ResponseBody(from, request);
        answer.announce();
        from.exceptionHandler(this::broken);
        answer.flow(silence::broken, this::complete);
    }

    private void complete() {
        if (over) {
            return;
        }
        boolean early = !request.isEnded();
        response.end();
        if (early) {
            close();
            Leftovers.discard(request);
        } else {
            over = true;
            stopWatching();
        }
    }

    private void unreachable(Throwable failure) {
        LOG.warnf("no connection to %s: %s", upstream.upstream().serviceName(), failure);
        refuse(UpstreamFailure.noConnection(upstream.upstream()));
    }

    private void broken(Throwable failure) {
        if (!over) {
            LOG.warnf("%s broke off: %s", upstream.upstream().serviceName(), failure);
            refuse(UpstreamFailure.noAnswer(upstream.upstream()));
        }
    }

    private void silent() {
        if (body.waitsForClient()) {
            refuse(stalled());
        } else {
            LOG.warnf("%s was silent for %s", upstream.upstream().serviceName(), upstream.responseTimeout());
            refuse(UpstreamFailure.late(upstream.upstream()));
        }
    }

    /** Ends both sides: the service's without ceremony, the client's with the problem, or cut if an answer has begun. */
    private void refuse(Problem problem) {
        if (!over) {
            close();
            problems.write(context, problem);
        }
    }

    private void close() {
        if (over) {
            return;
        }
        over = true;
        stopWatching();
        body.stop();
        if (outgoing != null) {
            outgoing.reset();
        }
    }

    private void stopWatching() {
        if (silence != null) {
            silence.stop();
        }
    }

    private String uri() {
        var query = request.query();
        return query == null ? request.path() : request.path() + "?" + query;
    }

    private Problem tooLarge() {
        return Problem.of(ProblemType.TOO_LARGE, "A body may have " + route.bodyLimit() + " bytes here at most.");
    }

    private static Problem stalled() {
        return Problem.of(ProblemType.REQUEST_TIMEOUT, "The body of the request stopped arriving.");
    }
}
