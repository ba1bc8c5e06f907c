package ma.jazari.events.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which instant a wall time in a zone is. The rules are those of the runtime's tzdb, save for Morocco's where that tzdb
 * is older than Morocco's last change.
 */
public class ZoneTimes {

    public static final String MOROCCO = "Africa/Casablanca";

    private final String runtimeVersion;
    private final Set<String> zones;
    private final Function<String, ZoneRules> runtimeRules;
    private final Map<String, ZoneRules> corrected;

    ZoneTimes(String runtimeVersion, Set<String> zones, Function<String, ZoneRules> runtimeRules) {
        this.runtimeVersion = runtimeVersion;
        this.zones = zones;
        this.runtimeRules = runtimeRules;
        this.corrected = runtimeVersion.compareTo(MoroccoTime.KNOWN_SINCE) >= 0
                ? Map.of()
                : MoroccoTime.ZONES.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                zone -> zone, zone -> MoroccoTime.correct(runtimeRules.apply(zone))));
    }

    /** By the tzdb of the running JDK. */
    public static ZoneTimes ofRuntime() {
        return new ZoneTimes(
                ZoneRulesProvider.getVersions(MOROCCO).lastKey(),
                Set.copyOf(ZoneRulesProvider.getAvailableZoneIds()),
                zone -> ZoneRulesProvider.getRules(zone, false));
    }

    /** Whether it is a zone of the IANA time zone database; offsets such as +01:00 are not. */
    public boolean knows(String zone) {
        return zones.contains(zone);
    }

    /** @throws ZoneRulesException for a zone that is not known */
    public ZoneRules rules(String zone) {
        var own = corrected.get(zone);
        return own == null ? runtimeRules.apply(zone) : own;
    }

    /**
     * The instant of a wall time; empty where the clocks jump over it. Where the clocks repeat it, the first of the two:
     * the offset that was in force before, as RFC 5545 has it.
     */
    public Optional<Instant> instant(LocalDateTime wall, String zone) {
        return rules(zone).getValidOffsets(wall).stream().findFirst().map(wall::toInstant);
    }

    /** The first wall time after the gap that this one falls into; the time itself where there is no gap. */
    public LocalDateTime afterGap(LocalDateTime wall, String zone) {
        var transition = rules(zone).getTransition(wall);
        return transition == null || !transition.isGap() ? wall : transition.getDateTimeAfter();
    }

    /** The instant of a wall time; where the clocks jump over it, the moment after. */
    public Instant moment(LocalDateTime wall, String zone) {
        return instant(afterGap(wall, zone), zone).orElseThrow();
    }

    /** When a day begins in Morocco. */
    public Instant startOfDay(LocalDate day) {
        return moment(day.atStartOfDay(), MOROCCO);
    }

    /** The tzdb version whose rules the zone goes by here. */
    public String version(String zone) {
        return corrected.containsKey(zone) ? MoroccoTime.KNOWN_SINCE : runtimeVersion;
    }

    /** The version of the runtime's tzdb. */
    public String runtimeVersion() {
        return runtimeVersion;
    }

    /** Whether the runtime's rules for Morocco are out of date and replaced. */
    public boolean isCorrected() {
        return !corrected.isEmpty();
    }
}
