package ma.jazari.events.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * A zone's rules as a VTIMEZONE, so that a calendar program need not know them itself: what was in force when the feed
 * begins, and every change until it ends. It begins and ends with a decade, so that the rules are the same text whichever
 * events there are.
 */
final class ZoneComponent {

    /** In the decade whose rules every file has. */
    static final Instant BASE = Instant.parse("2026-01-01T00:00:00Z");

    private static final int YEARS = 10;
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);

    private ZoneComponent() {}

    static VTimezone of(String zone, ZoneRules rules, Instant first, Instant last) {
        var from = startOfDecade(first.isBefore(BASE) ? first : BASE, 0);
        var to = startOfDecade(last.isAfter(BASE) ? last : BASE, 1);
        var component = new VTimezone(zone);
        component.addComponent(atBeginning(rules, from));
        for (var next = rules.nextTransition(from);
                next != null && !next.getInstant().isAfter(to);
                next = rules.nextTransition(next.getInstant())) {
            component.addComponent(
                    observance(rules, next.getInstant(), next.getDateTimeBefore(), next.getOffsetBefore()));
        }
        return component;
    }

    private static Instant startOfDecade(Instant instant, int later) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return LocalDateTime.of(Math.floorDiv(year, YEARS) * YEARS + later * YEARS, 1, 1, 0, 0)
                .toInstant(ZoneOffset.UTC);
    }

    private static Observance atBeginning(ZoneRules rules, Instant from) {
        ZoneOffsetTransition last = rules.previousTransition(from.plusNanos(1));
        return last == null
                ? observance(rules, from, LONG_AGO, rules.getOffset(from))
                : observance(rules, last.getInstant(), last.getDateTimeBefore(), last.getOffsetBefore());
    }

    private static Observance observance(ZoneRules rules, Instant at, LocalDateTime start, ZoneOffset before) {
        var after = rules.getOffset(at);
        var observance = rules.isDaylightSavings(at) ? new DaylightSavingsTime() : new StandardTime();
        observance.setDateStart(new DateTimeComponents(
                start.getYear(),
                start.getMonthValue(),
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond(),
                false));
        observance.setTimezoneOffsetFrom(offset(before));
        observance.setTimezoneOffsetTo(offset(after));
        observance.addTimezoneName(name(after));
        return observance;
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(offset.getTotalSeconds() * 1000L);
    }

    /** Numeric, as the time zone database names zones without a customary abbreviation. */
    private static String name(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC)
                ? "+00"
                : offset.getId().replace(":00", "").replace(":", "");
    }
}
