package ma.jazari.institutes.merge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be done about a merge afterwards. */
@ConfigMapping(prefix = "jazari.institutes.merge")
interface MergeConfig {

    /** How long a merge may be taken back. */
    @WithDefault("P30D")
    Duration undoWithin();
}
