package ma.jazari.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.gateway.route.RequestKind;
import ma.jazari.gateway.route.Upstream;
import org.jspecify.annotations.Nullable;

/** The connections to one service. */
public final class UpstreamClient {

    /** Where each service says, at the cost of one short query, which change was its last. */
    public static final String LAST_CHANGE = "/internal/changes/last";

    private static final int OK = 200;

    private final Upstream upstream;
    private final GatewayConfig.UpstreamConfig config;
    private final HttpClient client;
    private final Instances instances;
    private final RetryBudget retries;

    UpstreamClient(Vertx vertx, Upstream upstream, GatewayConfig.UpstreamConfig config) {
        this.upstream = upstream;
        this.config = config;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setMetricsName(upstream.serviceName())
                        .setTracingPolicy(TracingPolicy.ALWAYS)
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                        .setMaxWaitQueueSize(config.waiting()))
                .with(new PoolOptions().setHttp1MaxSize(config.connections()))
                .build();
        this.instances = new Instances(config.url().stream()
                .map(address -> new Instance(address, breaker(config)))
                .toList());
        this.retries = new RetryBudget(config.retryPercent());
    }

    private static Breaker breaker(GatewayConfig.UpstreamConfig config) {
        return new Breaker(config.breaker().failures(), config.breaker().pause(), System::nanoTime);
    }

    /** To the instance that has the least to do; empty while none is well. */
    public Optional<Call> call() {
        retries.earn();
        return next(null);
    }

    /** The same request once more, to another instance if there is one that is well; empty where that may not be. */
    public Optional<Call> callAgain(Call before) {
        return retries.spend() ? next(before.instance()) : Optional.empty();
    }

    private Optional<Call> next(@Nullable Instance before) {
        return instances.next(before).map(instance -> new Call(client, instance));
    }

    /**
     * A question of the gateway's own: the body of the answer, if it is 200.
     *
     * @param timeout for the connection, and again for the answer
     */
    public Future<Buffer> get(String uri, Duration timeout) {
        return call().map(call -> get(call, uri, timeout))
                .orElseGet(() -> Future.failedFuture("it has failed and is not asked for a moment"));
    }

    private static Future<Buffer> get(Call call, String uri, Duration timeout) {
        var headers = HttpHeaders.headers().set(HttpHeaders.ACCEPT, "*/*");
        return call.open(HttpMethod.GET, uri, headers, timeout)
                .compose(request -> request.send()
                        .compose(response -> response.statusCode() == OK
                                ? response.body()
                                : Future.failedFuture("status " + response.statusCode()))
                        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(failure -> request.reset()))
                .onSuccess(body -> call.answered())
                .onFailure(failure -> call.failed())
                .onComplete(done -> call.over());
    }

    /** Whether a request that reached no instance may find another one. */
    public boolean hasSeveralInstances() {
        return instances.all().size() > 1;
    }

    /** How long it is until a request may be sent again, where none is well. */
    public Duration pause() {
        return instances.all().stream()
                .map(instance -> instance.breaker().pause())
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    public Upstream upstream() {
        return upstream;
    }

    /** How long a request may wait for a connection. */
    public Duration patience() {
        return config.waitTimeout();
    }

    /** How long nothing may move in such a request. */
    public Duration timeout(RequestKind kind) {
        return switch (kind) {
            case IMPORT, EXPORT -> config.bulkTimeout();
            case PAGE, READ, WRITE -> config.responseTimeout();
        };
    }

    List<Instance> instances() {
        return instances.all();
    }
}
