package ma.jazari.events.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import ma.jazari.events.programevent.ProgramEventService;
import ma.jazari.events.time.ZoneTimes;

/** Makes the calendar feeds. */
@ApplicationScoped
class CalendarService {

    private final ProgramEventService events;
    private final ZoneTimes zones;
    private final CalendarConfig config;

    CalendarService(ProgramEventService events, ZoneTimes zones, CalendarConfig config) {
        this.events = events;
        this.zones = zones;
        this.config = config;
    }

    /** All published events of the network, cancelled ones too. */
    String network(List<String> languages) {
        var calendar = new Calendar("Réseau Al-Jazari", config.refreshInterval(), publicUrl());
        return calendar.of(events.published(config.maxEvents()), languages, zones);
    }

    private String publicUrl() {
        return config.publicUrl().toString().replaceFirst("/$", "");
    }
}
