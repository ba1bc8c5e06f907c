package ma.jazari.gateway.forward;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import ma.jazari.gateway.cache.Recording;
import ma.jazari.gateway.http.Leftovers;
import ma.jazari.gateway.http.ProblemWriter;
import ma.jazari.gateway.http.RequestGuard;
import ma.jazari.gateway.route.Route;
import ma.jazari.gateway.upstream.Call;
import ma.jazari.gateway.upstream.UpstreamClient;
import ma.jazari.platform.http.RequestId;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way to a service, and the answer on its way back. Lives on one event loop. */
final class Exchange implements Attempt.Outcome {

    private static final Logger LOG = Logger.getLogger(Exchange.class);
    // Sent twice they change nothing more than sent once.
    private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Route route;
    private final UpstreamClient upstream;
    private final ProblemWriter problems;
    private final Recording recording;
    private final RequestBody body;
    private @Nullable Attempt current;
    private boolean repeated;
    private boolean over;

    Exchange(
            RoutingContext context, Route route, UpstreamClient upstream, ProblemWriter problems, Recording recording) {
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.route = route;
        this.upstream = upstream;
        this.problems = problems;
        this.recording = recording;
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
        upstream.call().ifPresentOrElse(this::attempt, () -> refuse(UpstreamFailure.resting(upstream)));
    }

    private void attempt(Call call) {
        var timeout = upstream.timeout(RequestGuard.kindOf(context));
        var attempt = new Attempt(context.vertx(), call, timeout, this);
        current = attempt;
        attempt.begin(
                request.method(),
                uri(),
                recording.question(ForwardedHeaders.toUpstream(request, RequestId.of(context))),
                upstream.patience());
    }

    @Override
    public void opened(Attempt attempt, HttpClientRequest to) {
        request.exceptionHandler(failure -> close());
        body.announce(to);
        body.flow(to, attempt::moved, () -> refuse(tooLarge()));
    }

    @Override
    public void answered(Attempt attempt, HttpClientResponse from) {
        var head = ForwardedHeaders.toClient(from.headers());
        response.setStatusCode(recording.begin(from.statusCode(), head));
        head.names().forEach(name -> response.headers().set(name, head.getAll(name)));
        var answer = new ResponseBody(from, request, recording);
        answer.announce();
        answer.flow(attempt::moved, () -> complete(attempt));
    }

    private void complete(Attempt attempt) {
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
            recording.complete();
            attempt.complete();
        }
    }

    @Override
    public void unreachable(Attempt attempt, Throwable failure) {
        LOG.warnf("no connection to %s at %s: %s", service(), attempt.call(), failure);
        // Nothing was sent, so any method may be sent to another.
        var again = NoConnection.isForWant(failure) || !upstream.hasSeveralInstances()
                ? Optional.<Call>empty()
                : again(attempt);
        again.ifPresentOrElse(this::attempt, () -> refuse(UpstreamFailure.noConnection(upstream.upstream(), failure)));
    }

    @Override
    public void broken(Attempt attempt, Throwable failure) {
        LOG.warnf("%s at %s broke off: %s", service(), attempt.call(), failure);
        var again = attempt.hasBegun() || !REPEATABLE.contains(request.method()) || !body.isEmpty()
                ? Optional.<Call>empty()
                : again(attempt);
        again.ifPresentOrElse(this::attempt, () -> refuse(UpstreamFailure.noAnswer(upstream.upstream())));
    }

    private Optional<Call> again(Attempt attempt) {
        if (repeated || over) {
            return Optional.empty();
        }
        repeated = true;
        return upstream.callAgain(attempt.call());
    }

    @Override
    public void silent(Attempt attempt) {
        if (body.waitsForClient()) {
            refuse(stalled());
        } else {
            LOG.warnf("%s at %s was silent for %s", service(), attempt.call(), attempt.limit());
            attempt.blame();
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
        body.stop();
        if (current != null) {
            current.abandon();
        }
    }

    private String service() {
        return upstream.upstream().serviceName();
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
