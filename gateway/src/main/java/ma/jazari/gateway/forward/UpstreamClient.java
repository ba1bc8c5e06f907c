package ma.jazari.gateway.forward;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Duration;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.gateway.route.Upstream;

/** The connections to one service. */
public final class UpstreamClient {

    private final Upstream upstream;
    private final GatewayConfig.UpstreamConfig config;
    private final HttpClient client;

    UpstreamClient(Vertx vertx, Upstream upstream, GatewayConfig.UpstreamConfig config) {
        this.upstream = upstream;
        this.config = config;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setMetricsName(upstream.serviceName())
                        .setTracingPolicy(TracingPolicy.ALWAYS)
                        .setSsl(isSecure())
                        .setConnectTimeout(millis(config.connectTimeout()))
                        .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                        .setMaxWaitQueueSize(config.waiting()))
                .with(new PoolOptions().setHttp1MaxSize(config.connections()))
                .build();
    }

    /** A request that has a connection; fails where there is none to be had. */
    public Future<HttpClientRequest> open(HttpMethod method, String uri, MultiMap headers) {
        return client.request(new RequestOptions()
                .setMethod(method)
                .setHost(host())
                .setPort(port())
                .setURI(uri)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setHeaders(headers));
    }

    public Upstream upstream() {
        return upstream;
    }

    public String host() {
        return config.url().getHost();
    }

    public int port() {
        int port = config.url().getPort();
        if (port > 0) {
            return port;
        }
        return isSecure() ? 443 : 80;
    }

    Duration responseTimeout() {
        return config.responseTimeout();
    }

    private boolean isSecure() {
        return "https".equals(config.url().getScheme());
    }

    private static int millis(Duration duration) {
        return (int) duration.toMillis();
    }
}
