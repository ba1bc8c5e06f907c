package ma.jazari.platform.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages of other services are taken in. */
@ConfigMapping(prefix = "jazari.inbox")
public interface InboxConfig {

    /** How often a message is tried, while the database is well, before it goes to the dead-letter topic. */
    @WithDefault("5")
    int attempts();

    /** The pause after the first failed attempt; it doubles. */
    @WithDefault("PT0.1S")
    Duration firstPause();

    /** The longest pause, also while the database or Kafka is away. */
    @WithDefault("PT10S")
    Duration longestPause();

    /** How long a claimed id is kept; longer than Kafka could repeat the message. */
    @WithDefault("P30D")
    Duration keepClaims();
}
