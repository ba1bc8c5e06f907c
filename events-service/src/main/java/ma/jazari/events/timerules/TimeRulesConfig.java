package ma.jazari.events.timerules;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the program events is looked at for changes of time-zone rules. */
@ConfigMapping(prefix = "jazari.time-rules")
public interface TimeRulesConfig {

    /** How many events one request looks at, so that it is short however many there are. */
    @WithDefault("1000")
    int eventsAtOnce();
}
