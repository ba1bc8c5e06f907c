package ma.jazari.gateway.feed;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.gateway.route.Upstream;
import ma.jazari.gateway.upstream.Call;
import ma.jazari.gateway.upstream.UpstreamClient;
import ma.jazari.gateway.upstream.UpstreamClients;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jboss.logging.Logger;

/** Asks all services at once for their changes. One that does not answer fails the whole: the feed skips nothing. */
@Singleton
class ServiceFeeds {

    private static final Logger LOG = Logger.getLogger(ServiceFeeds.class);

    private final UpstreamClients upstreams;
    private final Duration timeout;

    ServiceFeeds(UpstreamClients upstreams, GatewayConfig config) {
        this.upstreams = upstreams;
        this.timeout = config.feed().timeout();
    }

    Future<List<ServiceAnswer>> ask(String uri, MultiMap headers) {
        var answers = upstreams.all().stream()
                .map(upstream -> ask(upstream, uri, headers))
                .toList();
        return Future.all(answers).map(all -> all.<ServiceAnswer>list());
    }

    Future<ServiceAnswer> ask(Upstream service, String uri, MultiMap headers) {
        return ask(upstreams.of(service), uri, headers);
    }

    private Future<ServiceAnswer> ask(UpstreamClient upstream, String uri, MultiMap headers) {
        return upstream.call()
                .map(call -> ask(call, upstream.upstream(), uri, headers))
                .orElseGet(() -> Future.failedFuture("it has failed and is not asked for a moment"))
                .recover(failure -> Future.failedFuture(absent(upstream, failure)));
    }

    private Future<ServiceAnswer> ask(Call call, Upstream upstream, String uri, MultiMap headers) {
        return call.open(HttpMethod.GET, uri, copy(headers), timeout)
                .compose(request -> request.send()
                        .compose(response ->
                                response.body().map(body -> new ServiceAnswer(upstream, response.statusCode(), body)))
                        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(failure -> request.reset()))
                .onSuccess(answer -> call.answered())
                .onFailure(failure -> call.failed())
                .onComplete(done -> call.over());
    }

    // Each request adds its own trace context.
    private static MultiMap copy(MultiMap headers) {
        return HttpHeaders.headers().addAll(headers);
    }

    private static Problem absent(UpstreamClient upstream, Throwable failure) {
        var service = upstream.upstream().serviceName();
        LOG.warnf("no changes from %s: %s", service, failure);
        return absent(service);
    }

    static Problem absent(String service) {
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        service + " does not answer, and the feed never skips what it cannot see.")
                .with("unreachable", List.of(service));
    }
}
