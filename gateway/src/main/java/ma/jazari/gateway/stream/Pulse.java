package ma.jazari.gateway.stream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.gateway.upstream.Call;
import ma.jazari.gateway.upstream.UpstreamClient;
import ma.jazari.gateway.upstream.UpstreamClients;

/** How far the services' logs have come, asked once for all streams: while nothing happens, no stream costs a request. */
@Singleton
class Pulse {

    private static final String LAST_CHANGE = "/internal/changes/last";
    private static final int OK = 200;

    private final UpstreamClients upstreams;
    private final Duration timeout;

    Pulse(UpstreamClients upstreams, GatewayConfig config) {
        this.upstreams = upstreams;
        this.timeout = config.feed().timeout();
    }

    /** The place of the last change of all services, whoever may see it; fails while one of them does not answer. */
    Future<Long> lastSeq() {
        var answers = upstreams.all().stream().map(this::ask).toList();
        return Future.all(answers).map(all -> all.<Long>list().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0));
    }

    private Future<Long> ask(UpstreamClient upstream) {
        return upstream.call()
                .map(this::ask)
                .orElseGet(() -> Future.failedFuture("it has failed and is not asked for a moment"));
    }

    private Future<Long> ask(Call call) {
        return call.open(HttpMethod.GET, LAST_CHANGE, HttpHeaders.headers(), timeout)
                .compose(request -> request.send()
                        .compose(response -> response.statusCode() == OK
                                ? response.body()
                                : Future.failedFuture("status " + response.statusCode()))
                        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(failure -> request.reset()))
                .onSuccess(body -> call.answered())
                .onFailure(failure -> call.failed())
                .onComplete(done -> call.over())
                .map(Pulse::seq);
    }

    private static long seq(Buffer body) {
        return Long.parseLong(body.toString().strip());
    }
}
