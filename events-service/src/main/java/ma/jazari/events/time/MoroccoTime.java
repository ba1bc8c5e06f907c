package ma.jazari.events.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Morocco's time as tzdb 2026c has it: on +00:00 all year since 2026-09-20T01:00Z. Before that on +01:00 since
 * 2018-10-28, and on +00:00 in every Ramadan. A tzdb from before 2026c goes on with +01:00 and future Ramadans; of such
 * rules the past is right and is kept.
 */
final class MoroccoTime {

    /** The first tzdb that knows of it. */
    static final String KNOWN_SINCE = "2026c";

    static final Set<String> ZONES = Set.of("Africa/Casablanca", "Africa/El_Aaiun");

    static final Instant CHANGE = Instant.parse("2026-09-20T01:00:00Z");

    private MoroccoTime() {}

    /** The rules up to the change, and +00:00 from it on. */
    static ZoneRules correct(ZoneRules outdated) {
        var kept = outdated.getTransitions().stream()
                .filter(transition -> transition.getInstant().isBefore(CHANGE))
                .toList();
        var transitions = new ArrayList<>(kept);
        var before = outdated.getOffset(CHANGE.minusSeconds(1));
        if (!before.equals(ZoneOffset.UTC)) {
            transitions.add(ZoneOffsetTransition.of(LocalDateTime.ofInstant(CHANGE, before), before, ZoneOffset.UTC));
        }
        return ZoneRules.of(
                outdated.getStandardOffset(Instant.MIN),
                outdated.getOffset(Instant.MIN),
                standardTransitions(outdated, kept),
                transitions,
                List.of());
    }

    /**
     * When the standard offset changed. ZoneRules do not list these; in the zones of Morocco it changed where the clocks
     * did.
     */
    private static List<ZoneOffsetTransition> standardTransitions(
            ZoneRules rules, List<ZoneOffsetTransition> transitions) {
        var standard = new ArrayList<ZoneOffsetTransition>();
        var offset = rules.getStandardOffset(Instant.MIN);
        for (var transition : transitions) {
            var next = rules.getStandardOffset(transition.getInstant());
            if (!next.equals(offset)) {
                var local = LocalDateTime.ofInstant(transition.getInstant(), offset);
                standard.add(ZoneOffsetTransition.of(local, offset, next));
                offset = next;
            }
        }
        return standard;
    }
}
