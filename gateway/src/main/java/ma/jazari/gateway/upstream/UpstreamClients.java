package ma.jazari.gateway.upstream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import ma.jazari.gateway.route.GatewayConfig;
import ma.jazari.gateway.route.Upstream;

/** The connections to all services. */
@Singleton
public class UpstreamClients {

    private final Map<Upstream, UpstreamClient> clients = new EnumMap<>(Upstream.class);

    UpstreamClients(Vertx vertx, GatewayConfig config, MeterRegistry metrics) {
        for (var upstream : Upstream.values()) {
            var client = new UpstreamClient(vertx, upstream, config.upstreams().of(upstream));
            client.instances().forEach(instance -> watch(metrics, upstream, instance));
            clients.put(upstream, client);
        }
    }

    private static void watch(MeterRegistry metrics, Upstream upstream, Instance instance) {
        Gauge.builder(
                        "jazari.gateway.instance.open",
                        instance,
                        one -> one.breaker().isOpen() ? 1 : 0)
                .description("1 while nothing is sent to an instance because it failed")
                .tags("service", upstream.serviceName(), "instance", instance.toString())
                .register(metrics);
    }

    public UpstreamClient of(Upstream upstream) {
        var client = clients.get(upstream);
        if (client == null) {
            throw new IllegalStateException("every service has a client");
        }
        return client;
    }

    public Collection<UpstreamClient> all() {
        return clients.values();
    }
}
