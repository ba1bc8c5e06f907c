package ma.jazari.events.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How calendar feeds are made. */
@ConfigMapping(prefix = "jazari.calendar")
public interface CalendarConfig {

    /** Where the registry is reached from outside; the URL of each event begins with it. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** How often calendar programs are asked to look again. */
    @WithDefault("PT1H")
    Duration refreshInterval();

    /** How many events a feed holds at most; those that start last are kept. */
    @WithDefault("10000")
    int maxEvents();
}
