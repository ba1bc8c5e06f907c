package ma.jazari.partnerships.heard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long changes of the network are kept for webhooks. */
@ConfigMapping(prefix = "jazari.heard")
public interface HeardConfig {

    /** How long a change can be replayed, and a webhook may lie behind. */
    @WithDefault("P30D")
    Duration keep();

    /** How many changes are kept at most; a bulk import must not fill the disk. */
    @WithDefault("1000000")
    long most();

    /**
     * How long a change waits for an earlier one of its record that comes by another topic. After that the earlier one
     * is taken for lost: compacted away, or put aside.
     */
    @WithDefault("PT30S")
    Duration patience();
}
