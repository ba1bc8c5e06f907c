package ma.jazari.gateway.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.gateway.route.Upstream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says which services accept connections. Always up: a dead service must not take the gateway out. */
@Readiness
@Singleton
class UpstreamsCheck implements AsyncHealthCheck {

    private static final int CONNECT_MILLIS = 1_000;

    private final NetClient network;
    private final GatewayConfig.Upstreams upstreams;

    UpstreamsCheck(Vertx vertx, GatewayConfig config) {
        this.network = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
        this.upstreams = config.upstreams();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var states = Stream.of(Upstream.values())
                .map(upstream -> state(upstreams.of(upstream).url()))
                .toList();
        return Uni.join().all(states).andFailFast().map(UpstreamsCheck::answer);
    }

    private Uni<String> state(List<URI> instances) {
        var reachable = instances.stream()
                .map(instance -> Reachable.at(network, instance))
                .toList();
        return Uni.join().all(reachable).andFailFast().map(UpstreamsCheck::summary);
    }

    private static String summary(List<Boolean> reachable) {
        long up = reachable.stream().filter(instance -> instance).count();
        if (up == reachable.size()) {
            return "UP";
        }
        return up == 0 ? "DOWN" : up + " of " + reachable.size() + " UP";
    }

    private static HealthCheckResponse answer(List<String> states) {
        var answer = HealthCheckResponse.named("services").up();
        var services = Upstream.values();
        for (int i = 0; i < services.length; i++) {
            answer.withData(services[i].serviceName(), states.get(i));
        }
        return answer.build();
    }
}
