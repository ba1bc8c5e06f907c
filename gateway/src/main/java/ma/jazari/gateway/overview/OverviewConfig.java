package ma.jazari.gateway.overview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the overview is composed. */
@ConfigMapping(prefix = "jazari.gateway.overview")
public interface OverviewConfig {

    /** How long the services have for their parts, all at once. */
    @WithDefault("1S")
    Duration timeout();

    /** How long a part is served before its service is asked again, however many readers there are. */
    @WithDefault("5S")
    Duration bound();
}
