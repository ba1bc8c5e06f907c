package ma.jazari.events.programevent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/**
 * Makes series: dated events, each a record of its own that can differ from the others, which know that they belong
 * together.
 */
@ApplicationScoped
class SeriesService {

    private static final int LAST_YEAR = 2199;

    private final ProgramEventService events;
    private final ZoneTimes zones;

    SeriesService(ProgramEventService events, ZoneTimes zones) {
        this.events = events;
        this.zones = zones;
    }

    /**
     * Makes the event the first of a series; the others are drafts like it.
     *
     * @return all events of the series, in the order of time
     * @throws Problem 400 where there would be too many, or none besides it; 409 where it belongs to a series already
     */
    @Transactional
    List<ProgramEvent> repeat(String id, ExpectedVersion expected, Recurrence recurrence, Actor actor) {
        var series = Uuids.next();
        var first = events.joinSeries(id, expected, series, actor);
        var starts = starts(first, recurrence);
        var all = new ArrayList<>(List.of(first));
        for (var start : starts.subList(1, starts.size())) {
            all.add(events.create(at(first, start), series, actor));
        }
        return all;
    }

    private static List<LocalDateTime> starts(ProgramEvent first, Recurrence recurrence) {
        var starts = recurrence.starts(LocalDateTime.parse(first.schedule().start()));
        if (starts.size() < 2) {
            throw Problem.invalid("/until", "is before the second event of the series");
        }
        if (starts.size() > Recurrence.MOST || starts.getLast().getYear() > LAST_YEAR) {
            throw Problem.invalid("/until", "makes more events than " + Recurrence.MOST + ", or some too far off");
        }
        return starts;
    }

    /** The same event at another time and as long; what begins while the clocks jump begins when they have. */
    private ProgramEventRequest at(ProgramEvent first, LocalDateTime start) {
        var schedule = first.schedule();
        var length = Duration.between(LocalDateTime.parse(schedule.start()), LocalDateTime.parse(schedule.end()));
        var from = zones.afterGap(start, schedule.zone());
        return first.written()
                .at(
                        from.toString(),
                        zones.afterGap(from.plus(length), schedule.zone()).toString());
    }
}
