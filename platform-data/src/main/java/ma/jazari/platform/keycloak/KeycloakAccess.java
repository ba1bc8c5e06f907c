package ma.jazari.platform.keycloak;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How a service gets at the realm's admin API; not at all until it has a secret of its own there. To be extended by its config. */
public interface KeycloakAccess {

    /** The service account, which may manage what the service keeps there, and nothing else. */
    String adminClient();

    /** Its secret. */
    Optional<String> adminSecret();

    /** The realm; by default where tokens come from. */
    @WithDefault("${quarkus.oidc.auth-server-url}")
    URI realm();

    @WithDefault("2S")
    Duration connectTimeout();

    /** How long Keycloak may take for one answer. */
    Duration timeout();
}
