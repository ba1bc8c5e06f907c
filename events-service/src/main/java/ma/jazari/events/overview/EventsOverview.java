package ma.jazari.events.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.jazari.events.figure.Aggregation;
import ma.jazari.events.programevent.Attendance;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventType;
import ma.jazari.events.progress.IndicatorProgress;
import ma.jazari.events.progress.ProgressResponse;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** What a first page shows of program events and programmes: the same for everybody, whatever the language. */
record EventsOverview(ProgramEvents programEvents, List<Programme> programmes) {

    /** @param byType all published ones, cancelled and past ones too */
    record ProgramEvents(List<Upcoming> upcoming, Map<ProgramEventType, Long> byType) {}

    /** A program event that is on or comes. */
    record Upcoming(
            String id,
            ProgramEventType type,
            List<LocalText> titles,
            String start,
            String end,
            String zone,
            Instant startInstant,
            Attendance attendance,
            @Nullable String city,
            @Nullable String region,
            List<String> hostInstituteIds) {

        static Upcoming of(ProgramEventState event) {
            var venue = event.venue();
            return new Upcoming(
                    event.id(),
                    event.type(),
                    event.titles(),
                    event.start(),
                    event.end(),
                    event.zone(),
                    event.startInstant(),
                    event.attendance(),
                    venue == null ? null : venue.city(),
                    venue == null ? null : venue.region(),
                    event.hostInstituteIds());
        }
    }

    /** A programme that is part of no other; the figures of its parts are in its own. */
    record Programme(String id, String code, List<LocalText> titles, List<Figure> indicators) {

        static Programme of(ProgressResponse progress, List<LocalText> titles) {
            return new Programme(
                    progress.programmeId(),
                    progress.code(),
                    titles,
                    progress.indicators().stream().map(Figure::of).toList());
        }
    }

    /** Where an indicator stands. */
    record Figure(
            String key,
            List<LocalText> titles,
            String unit,
            Aggregation aggregation,
            String baseline,
            String target,
            LocalDate targetDate,
            @Nullable String total,
            String level,
            String verifiedLevel,
            String share,
            String expected) {

        static Figure of(IndicatorProgress progress) {
            return new Figure(
                    progress.key(),
                    progress.titles(),
                    progress.unit(),
                    progress.aggregation(),
                    progress.baseline(),
                    progress.target(),
                    progress.targetDate(),
                    progress.total(),
                    progress.level(),
                    progress.verified().level(),
                    progress.share(),
                    progress.expected());
        }
    }
}
