package ma.jazari.gateway.upstream;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import ma.jazari.gateway.route.GatewayConfig;

/**
 * Asks the instances that are left alone whether they are ready, so that one that was started again need not wait for
 * the end of its pause. The question goes to its database, too.
 */
@Singleton
class Recovery {

    private static final int OK = 200;
    // The first answer of a process takes longest.
    private static final long PATIENCE_MILLIS = 5_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final UpstreamClients upstreams;
    private final GatewayConfig config;
    private final Set<Instance> asked = ConcurrentHashMap.newKeySet();

    Recovery(Vertx vertx, UpstreamClients upstreams, GatewayConfig config) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) PATIENCE_MILLIS).setKeepAlive(false));
        this.upstreams = upstreams;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        upstreams
                .all()
                .forEach(service -> vertx.setPeriodic(
                        config.upstreams()
                                .of(service.upstream())
                                .breaker()
                                .check()
                                .toMillis(),
                        tick -> look(service)));
    }

    private void look(UpstreamClient service) {
        service.instances().stream()
                .filter(instance -> instance.breaker().pause().isPositive())
                .filter(asked::add)
                .forEach(this::ask);
    }

    private void ask(Instance instance) {
        client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setSsl(instance.isSecure())
                        .setHost(instance.host())
                        .setPort(instance.port())
                        .setURI(UpstreamClient.LAST_CHANGE))
                .compose(Recovery::status)
                .onSuccess(status -> {
                    if (status == OK) {
                        instance.breaker().ready();
                    }
                })
                .onComplete(done -> asked.remove(instance));
    }

    private static Future<Integer> status(HttpClientRequest request) {
        return request.send()
                .map(HttpClientResponse::statusCode)
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .onFailure(failure -> request.reset());
    }
}
