package ma.jazari.events.programevent;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;

/**
 * When a program event is held: the wall times that were agreed, and the instants that follow from them. Where the
 * clocks repeat a wall time, its first occurrence is meant.
 *
 * @param start wall time, to the minute
 * @param end wall time, to the minute
 * @param zone of the IANA time zone database
 * @param tzdb the version of that database which the instants were derived by
 */
@Embeddable
public record Schedule(
        @Column(name = "start_local") String start,
        @Column(name = "end_local") String end,
        String zone,
        String tzdb,
        @Column(name = "start_at") Instant startInstant,
        @Column(name = "end_at") Instant endInstant) {

    /** @throws Problem 400 for a zone or wall time that there is not, and for an end that does not come after the start */
    static Schedule of(ProgramEventRequest request, ZoneTimes zones) {
        var zone = request.zoneOrDefault();
        if (!zones.knows(zone)) {
            throw Problem.invalid(
                    "/zone", "is not a zone of the IANA time zone database, such as Africa/Casablanca or Europe/Paris");
        }
        var violations = new Violations();
        var start = instant("/start", request.start(), zone, zones, violations);
        var end = instant("/end", request.end(), zone, zones, violations);
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            violations.add("/end", "must be after start");
        }
        violations.throwIfAny();
        return new Schedule(
                request.start(), request.end(), zone, zones.version(zone), start.orElseThrow(), end.orElseThrow());
    }

    private static Optional<Instant> instant(
            String pointer, String text, String zone, ZoneTimes zones, Violations violations) {
        try {
            var wall = LocalDateTime.parse(text);
            var instant = zones.instant(wall, zone);
            if (instant.isEmpty()) {
                violations.add(
                        pointer,
                        "does not exist in " + zone + ": the clocks are put forward over it; "
                                + zones.afterGap(wall, zone) + " is the same moment");
            }
            return instant;
        } catch (DateTimeException e) {
            violations.add(pointer, "is no date and time of the calendar");
            return Optional.empty();
        }
    }

    /**
     * The same by the rules of now. A wall time that the clocks have come to jump over becomes the first after it; an event
     * that lies there as a whole keeps its length. Nothing follows for a zone that the rules have no more.
     */
    Schedule by(ZoneTimes zones) {
        if (!zones.knows(zone)) {
            return this;
        }
        var from = zones.afterGap(LocalDateTime.parse(start), zone);
        var to = zones.afterGap(LocalDateTime.parse(end), zone);
        if (!to.isAfter(from)) {
            var length = Duration.between(LocalDateTime.parse(start), LocalDateTime.parse(end));
            to = zones.afterGap(from.plus(length), zone);
        }
        return new Schedule(
                from.toString(),
                to.toString(),
                zone,
                zones.version(zone),
                zones.moment(from, zone),
                zones.moment(to, zone));
    }

    /** Whether it is the same time for those who attend, whatever database version it was derived by. */
    public boolean sameTimeAs(Schedule other) {
        return agreesWith(other) && startInstant.equals(other.startInstant) && endInstant.equals(other.endInstant);
    }

    /** Whether the same was agreed, whatever time-zone rules make of it. */
    boolean agreesWith(Schedule other) {
        return start.equals(other.start) && end.equals(other.end) && zone.equals(other.zone);
    }
}
