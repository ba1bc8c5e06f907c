package ma.jazari.partnerships.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import ma.jazari.platform.keycloak.KeycloakAccess;

/** Whether and how the registry makes clients in Keycloak; off until it has a secret of its own there. */
@ConfigMapping(prefix = "jazari.partner-clients")
public interface ClientConfig extends KeycloakAccess {

    /** The service account that may manage the realm's clients, and nothing else. */
    @Override
    @WithDefault("jazari-registry-clients")
    String adminClient();

    @Override
    @WithDefault("5S")
    Duration timeout();

    @WithDefault("10")
    int mostPerPartner();

    @WithDefault("P7D")
    Duration longestOverlap();

    /** How often what is left over is looked for. */
    @WithDefault("10S")
    Duration sweepEvery();

    /** How often it is written down when clients were last used. */
    @WithDefault("60S")
    Duration useNotedEvery();

    /** After this time nobody is at work any more on what is still pending. */
    @WithDefault("PT2M")
    Duration givenUpAfter();

    /** For how long revoked clients are named to the gateway; longer than any token lives. */
    @WithDefault("PT1H")
    Duration namedFor();
}
