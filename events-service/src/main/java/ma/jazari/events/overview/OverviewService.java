package ma.jazari.events.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import ma.jazari.events.overview.EventsOverview.ProgramEvents;
import ma.jazari.events.overview.EventsOverview.Programme;
import ma.jazari.events.overview.EventsOverview.Upcoming;
import ma.jazari.events.programevent.PublishedEvents;
import ma.jazari.events.programme.PublicProgrammes;
import ma.jazari.events.progress.PublicProgress;

/** Reads what everybody may know of program events and programmes, all of one moment. */
@ApplicationScoped
class OverviewService {

    private static final int UPCOMING = 10;
    // Each costs some queries. The roadmap has one that all others are part of.
    private static final int PROGRAMMES = 5;

    private final PublishedEvents events;
    private final PublicProgrammes programmes;
    private final PublicProgress progress;
    private final Clock clock;

    OverviewService(PublishedEvents events, PublicProgrammes programmes, PublicProgress progress, Clock clock) {
        this.events = events;
        this.programmes = programmes;
        this.progress = progress;
        this.clock = clock;
    }

    @Transactional
    EventsOverview read() {
        events.fixSnapshot();
        var upcoming = events.upcoming(clock.instant(), UPCOMING).stream()
                .map(Upcoming::of)
                .toList();
        return new EventsOverview(new ProgramEvents(upcoming, events.countByType()), programmes());
    }

    private List<Programme> programmes() {
        return programmes.roots(PROGRAMMES).stream()
                .map(root -> Programme.of(progress.of(root.id()), root.titles()))
                .toList();
    }
}
