package ma.jazari.platform.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How changes leave the change log. */
@ConfigMapping(prefix = "jazari.relay")
public interface RelayConfig {

    /** The topic of each type of subject; what is not public goes to the same name with {@code .restricted}. */
    Map<String, String> topics();

    /** How long the sequencer and the relay sleep when nothing wakes them. */
    @WithDefault("PT0.2S")
    Duration pollInterval();

    /** The longest pause between two attempts while the database or Kafka is away. */
    @WithDefault("PT10S")
    Duration longestPause();

    /** How long a batch may take to be acknowledged by Kafka before it is sent again. */
    @WithDefault("PT30S")
    Duration deliveryTimeout();

    /** How many changes are read at once. */
    @WithDefault("500")
    int batch();
}
