package ma.jazari.platform.exporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How records are exported. */
@ConfigMapping(prefix = "jazari.export")
public interface ExportConfig {

    /** Exports at once; each holds a connection to the database for as long as its client reads. */
    @WithDefault("5")
    int concurrent();

    /** How long an export may wait for its turn. */
    @WithDefault("5S")
    Duration turn();

    /** How long a client may read nothing before it is cut off. */
    @WithDefault("30S")
    Duration stall();

    /** Records that are fetched at once, and held in memory for each export. */
    @WithDefault("100")
    int fetch();
}
