package ma.jazari.gateway.stream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import ma.jazari.gateway.forward.UpstreamClient;
import ma.jazari.gateway.forward.UpstreamClients;
import ma.jazari.gateway.route.GatewayConfig;

/** How far the services' logs have come, asked once for all streams: while nothing happens, no stream costs a request. */
@Singleton
class Pulse {

    private static final String LAST_CHANGE = "/internal/changes/last";
    private static final int OK = 200;

    private final UpstreamClients upstreams;
    private final long timeoutMillis;

    Pulse(UpstreamClients upstreams, GatewayConfig config) {
        this.upstreams = upstreams;
        this.timeoutMillis = config.feed().timeout().toMillis();
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
        return upstream.open(HttpMethod.GET, LAST_CHANGE, HttpHeaders.headers())
                .compose(request -> request.send()
                        .compose(response -> response.statusCode() == OK
                                ? response.body()
                                : Future.failedFuture("status " + response.statusCode()))
                        .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                        .onFailure(failure -> request.reset()))
                .map(Pulse::seq);
    }

    private static long seq(Buffer body) {
        return Long.parseLong(body.toString().strip());
    }
}
