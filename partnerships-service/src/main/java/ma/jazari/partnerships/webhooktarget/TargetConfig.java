package ma.jazari.partnerships.webhooktarget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where webhooks may lead. */
@ConfigMapping(prefix = "jazari.webhooks.target")
public interface TargetConfig {

    /** Lets webhooks lead to plain http. For a machine of one's own; never where messages leave it. */
    @WithDefault("false")
    boolean allowHttp();

    /** Lets webhooks lead to addresses that are not public, this machine's among them. Never in production. */
    @WithDefault("false")
    boolean allowPrivate();

    /** How long the look-up of a name may take. */
    @WithDefault("PT5S")
    Duration lookupTimeout();
}
