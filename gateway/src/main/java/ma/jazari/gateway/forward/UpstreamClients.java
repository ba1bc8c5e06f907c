package ma.jazari.gateway.forward;

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

    UpstreamClients(Vertx vertx, GatewayConfig config) {
        for (var upstream : Upstream.values()) {
            clients.put(
                    upstream,
                    new UpstreamClient(vertx, upstream, config.upstreams().of(upstream)));
        }
    }

    UpstreamClient of(Upstream upstream) {
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
