package ma.jazari.institutes.administrator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import ma.jazari.platform.keycloak.KeycloakAccess;

/** Whether and how the registry keeps institutes' administrators in Keycloak; off until it has a secret of its own there. */
@ConfigMapping(prefix = "jazari.institute-administrators")
public interface AdministratorConfig extends KeycloakAccess {

    /** The service account that may manage the realm's users, and nothing else. */
    @Override
    @WithDefault("jazari-registry-administrators")
    String adminClient();

    /** How long Keycloak may take for one answer; an invitation takes ten, and has to end before its lock does. */
    @Override
    @WithDefault("3S")
    Duration timeout();

    /** How long Keycloak may take for a mail, which it hands to its mail server before it answers. */
    @WithDefault("10S")
    Duration mailTimeout();

    /** For how long the link of a mail works. */
    @WithDefault("P3D")
    Duration linkValidFor();

    /** How long after a mail the same person gets another one at the earliest. */
    @WithDefault("PT10M")
    Duration mailPause();

    @WithDefault("50")
    int mostPerInstitute();

    /** How many persons an institute may invite in 24 hours: each is a mail to an address that it names. */
    @WithDefault("50")
    int mostInvitedADay();

    /** How often what was left half way is looked for. */
    @WithDefault("10S")
    Duration sweepEvery();

    /** After this time nobody is at work any more on what is not finished. */
    @WithDefault("PT1M")
    Duration givenUpAfter();
}
