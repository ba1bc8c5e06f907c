package ma.jazari.events.calendar;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

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

    /** How many sessions a feed that shows them holds at most, beside its events; those that start last are kept. */
    @WithDefault("10000")
    int maxSessions();

    /** How many addresses of files a feed holds at most; those of the events that start last are kept. */
    @WithDefault("10000")
    int maxFiles();

    /** The languages that feeds are written in; few, since each makes a feed of its own that is rendered and kept. */
    @WithDefault("fr,ar,en,zgh,es,pt,de,it,zh")
    Set<String> languages();

    /** How many entries the Atom feed holds at most; those that were changed last are kept. */
    @WithDefault("200")
    int atomEntries();

    /** How much memory the feeds that were rendered may take together. */
    @WithDefault("64M")
    MemorySize cacheSize();

    /** How many feeds are rendered at a time; one of 10,000 events takes about 100 MB while it is made. */
    @WithDefault("2")
    int renderedAtOnce();

    /** How long a caller waits for its turn before it is told to come back. */
    @WithDefault("PT10S")
    Duration renderPatience();
}
