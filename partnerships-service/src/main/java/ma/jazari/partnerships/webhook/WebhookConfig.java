package ma.jazari.partnerships.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many webhooks there may be, and how their keys change. */
@ConfigMapping(prefix = "jazari.webhooks")
public interface WebhookConfig {

    /** How many webhooks a partner has at most. */
    @WithDefault("10")
    int mostPerPartner();

    /** How long messages are signed with the old key, too, where a rotation does not say. */
    @WithDefault("PT24H")
    Duration overlap();

    /** The longest time that a rotation may ask for. */
    @WithDefault("P7D")
    Duration longestOverlap();

    /** How many keys sign at once at most; who rotates faster than overlaps end waits. */
    @WithDefault("3")
    int mostKeys();
}
