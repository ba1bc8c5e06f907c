package ma.jazari.events.time;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Time-zone rules that change while the service runs, as they do when it starts anew on another JDK. */
@Alternative
@Singleton
public class ChangingRules extends ZoneTimes {

    private volatile String version = MoroccoTime.KNOWN_SINCE;
    private volatile Map<String, ZoneRules> own = Map.of(MOROCCO, today().rules(MOROCCO));

    public ChangingRules() {
        super(
                MoroccoTime.KNOWN_SINCE,
                Set.copyOf(ZoneRulesProvider.getAvailableZoneIds()),
                zone -> ZoneRulesProvider.getRules(zone, false));
    }

    /** Those of a registry that has not heard yet that Morocco left +01:00 on 2026-09-20. */
    public void beOutdated() {
        be("2026a", Map.of(MOROCCO, ZoneRules.of(ZoneOffset.ofHours(1))));
    }

    /** Those that hold. */
    public void beOfToday() {
        be(MoroccoTime.KNOWN_SINCE, Map.of(MOROCCO, today().rules(MOROCCO)));
    }

    /** Those of a Morocco that puts its clocks forward once more, from 02:00 to 03:00 on a day. */
    public void jump(String day) {
        var change =
                ZoneOffsetTransition.of(LocalDateTime.parse(day + "T02:00"), ZoneOffset.UTC, ZoneOffset.ofHours(1));
        be(
                "2099a",
                Map.of(MOROCCO, ZoneRules.of(ZoneOffset.UTC, ZoneOffset.UTC, List.of(), List.of(change), List.of())));
    }

    private void be(String tzdb, Map<String, ZoneRules> rules) {
        version = tzdb;
        own = rules;
    }

    private static ZoneTimes today() {
        return ZoneTimes.ofRuntime();
    }

    @Override
    public ZoneRules rules(String zone) {
        var changed = own.get(zone);
        return changed == null ? super.rules(zone) : changed;
    }

    @Override
    public String version(String zone) {
        return version;
    }

    @Override
    public String runtimeVersion() {
        return version;
    }

    /** Runs the service by them. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(ChangingRules.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            // So that pages come without anything that moves.
            return Map.of("jazari.time-rules.events-at-once", "3");
        }
    }
}
