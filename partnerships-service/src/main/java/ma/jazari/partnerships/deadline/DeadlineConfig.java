package ma.jazari.partnerships.deadline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what is due is carried out. */
@ConfigMapping(prefix = "jazari.deadlines")
public interface DeadlineConfig {

    /** How long after one look for what is due comes the next. */
    @WithDefault("5S")
    Duration every();

    /** How many conventions one look takes on; the rest waits for the next. */
    @WithDefault("200")
    int batch();

    /** How often it is tried for a convention before somebody must look at it; the pause doubles each time. */
    @WithDefault("10")
    int attempts();
}
