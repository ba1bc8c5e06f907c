package ma.jazari.events.time;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import ma.jazari.platform.http.InfoMember;
import org.jboss.logging.Logger;

/** The time rules of the running service; says at start and in {@code /info} which they are. */
@Singleton
public class TimeRules implements InfoMember {

    private static final Logger LOG = Logger.getLogger(TimeRules.class);

    private final ZoneTimes zones = ZoneTimes.ofRuntime();

    @Produces
    @Singleton
    ZoneTimes zones() {
        return zones;
    }

    void announce(@Observes StartupEvent started) {
        if (zones.isCorrected()) {
            LOG.warnf(
                    "the JDK's tzdb %s is older than %s: Morocco's time after %s is corrected here, a newer JDK is better",
                    zones.runtimeVersion(), MoroccoTime.KNOWN_SINCE, MoroccoTime.CHANGE);
        } else {
            LOG.infof("time zone rules: tzdb %s of the JDK", zones.runtimeVersion());
        }
    }

    @Override
    public String name() {
        return "moroccoTime";
    }

    @Override
    public Map<String, Object> value() {
        return new TreeMap<>(Map.of("tzdb", zones.version(ZoneTimes.MOROCCO), "corrected", zones.isCorrected()));
    }
}
