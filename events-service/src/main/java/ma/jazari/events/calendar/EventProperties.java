package ma.jazari.events.calendar;

import biweekly.component.VEvent;
import biweekly.parameter.ICalParameters;
import biweekly.property.Classification;
import biweekly.property.Geo;
import biweekly.property.Status;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the VEVENTs of program events and of their sessions have in common. Everything follows from the record: DTSTAMP
 * is the event's last revision, so that a feed changes only when an event does.
 */
final class EventProperties {

    private EventProperties() {}

    /** What has become of the event, and when it was last revised: it changes with each of its sessions. */
    static void revision(VEvent component, ProgramEventState event) {
        component.setDateTimeStamp(date(event.updatedAt()));
        component.setLastModified(date(event.updatedAt()));
        component.setStatus(status(event.status()));
        component.setClassification(Classification.PUBLIC);
        component.addCategories(event.type().name());
    }

    private static Status status(ProgramEventStatus status) {
        return switch (status) {
            case DRAFT, POSTPONED -> Status.tentative();
            case PUBLISHED, COMPLETED -> Status.confirmed();
            case CANCELLED -> Status.cancelled();
        };
    }

    /** A wall time as it was agreed, in its zone: nothing is converted, so nothing can be converted wrongly. */
    static void wallTime(VEvent component, String property, String wall, String zone) {
        var compact = wall.replace("-", "").replace(":", "") + "00";
        component.addExperimentalProperty(property, compact).setParameter(ICalParameters.TZID, zone);
    }

    /**
     * Where the event is held.
     *
     * @param room of the session there; null for the event as a whole
     */
    static void place(VEvent component, ProgramEventState event, @Nullable String room) {
        var venue = event.venue();
        var names = venue == null ? Stream.<String>empty() : Stream.of(venue.name(), venue.city());
        var location = Stream.concat(Stream.ofNullable(room), names)
                .filter(Objects::nonNull)
                .distinct()
                .map(Wording::clean)
                .collect(Collectors.joining(", "));
        if (!location.isEmpty()) {
            component.setLocation(location);
        } else if (event.onlineUrl() != null) {
            component.setLocation(event.onlineUrl());
        }
        if (venue != null && venue.lat() != null && venue.lon() != null) {
            component.setGeo(new Geo(venue.lat(), venue.lon()));
        }
        if (event.onlineUrl() != null) {
            component.addExperimentalProperty("CONFERENCE", event.onlineUrl()).setParameter("VALUE", "URI");
        }
    }

    static Date date(Instant instant) {
        return Date.from(instant);
    }
}
