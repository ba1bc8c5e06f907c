package ma.jazari.gateway.health;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when tokens can be verified: the keys are here, or Keycloak can be asked for them. */
@Readiness
@Singleton
class TokenKeysCheck implements AsyncHealthCheck {

    private static final String NAME = "token-keys";
    private static final int CONNECT_MILLIS = 1_000;

    private final TenantConfigBean tenants;
    private final NetClient network;
    private final URI keycloak;

    TokenKeysCheck(
            TenantConfigBean tenants,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI keycloak) {
        this.tenants = tenants;
        this.network = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
        this.keycloak = keycloak;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (tenants.getDefaultTenant().ready()) {
            return Uni.createFrom().item(answer(true, "obtained"));
        }
        return Reachable.at(network, keycloak)
                .map(reachable -> answer(reachable, reachable ? "Keycloak can be asked" : "Keycloak does not answer"));
    }

    private static HealthCheckResponse answer(boolean up, String keys) {
        return HealthCheckResponse.named(NAME).status(up).withData("keys", keys).build();
    }
}
