package ma.jazari.events.calendar;

import biweekly.component.VEvent;
import biweekly.parameter.ICalParameters;
import biweekly.property.Classification;
import biweekly.property.Contact;
import biweekly.property.Geo;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventStatus;
import ma.jazari.platform.text.LocalText;

/**
 * A program event as a VEVENT. Everything follows from the record: DTSTAMP is its last revision, so that a feed changes
 * only when an event does.
 */
final class EventComponent {

    private final ProgramEventState state;
    private final VEvent event = new VEvent();

    private EventComponent(ProgramEventState state) {
        this.state = state;
    }

    static VEvent of(ProgramEventState state, Wording wording) {
        var component = new EventComponent(state);
        component.revision();
        component.time();
        component.text(wording);
        component.place();
        component.hosts(wording);
        component.event.setUrl(wording.eventUrl(state));
        component.event.addCategories(state.type().name());
        return component.event;
    }

    private void revision() {
        event.setUid(state.id());
        event.setSequence(state.sequence());
        event.setDateTimeStamp(date(state.updatedAt()));
        event.setCreated(date(state.createdAt()));
        event.setLastModified(date(state.updatedAt()));
        event.setStatus(status(state.status()));
        event.setClassification(Classification.PUBLIC);
    }

    private static Status status(ProgramEventStatus status) {
        return switch (status) {
            case DRAFT, POSTPONED -> Status.tentative();
            case PUBLISHED, COMPLETED -> Status.confirmed();
            case CANCELLED -> Status.cancelled();
        };
    }

    /** The wall times as they were agreed, in their zone: nothing is converted, so nothing can be converted wrongly. */
    private void time() {
        wallTime("DTSTART", state.start());
        wallTime("DTEND", state.end());
    }

    private void wallTime(String property, String wall) {
        var compact = wall.replace("-", "").replace(":", "") + "00";
        event.addExperimentalProperty(property, compact).setParameter(ICalParameters.TZID, state.zone());
    }

    private void text(Wording wording) {
        var title = wording.title(state);
        event.setSummary(title.value()).setLanguage(title.lang());
        wording.description(state).ifPresent(description -> event.setDescription(description.value())
                .setLanguage(description.lang()));
        if (state.statusReason() != null) {
            event.addComment(Wording.clean(state.statusReason()));
        }
    }

    /** There is room for one organizer; the other hosts are whom one may turn to as well. */
    private void hosts(Wording wording) {
        var first = state.hostInstituteIds().getFirst();
        var organizer = new Organizer(wording.host(first).map(LocalText::value).orElse(null), null);
        organizer.setUri(wording.instituteUrl(first));
        event.setOrganizer(organizer);
        state.hostInstituteIds().stream().skip(1).forEach(host -> {
            var contact = new Contact(wording.host(host).map(LocalText::value).orElse(host));
            contact.setAltRepresentation(wording.instituteUrl(host));
            event.addContact(contact);
        });
    }

    private void place() {
        var venue = state.venue();
        if (venue != null) {
            event.setLocation(Stream.of(venue.name(), venue.city())
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(Wording::clean)
                    .collect(Collectors.joining(", ")));
            if (venue.lat() != null && venue.lon() != null) {
                event.setGeo(new Geo(venue.lat(), venue.lon()));
            }
        } else if (state.onlineUrl() != null) {
            event.setLocation(state.onlineUrl());
        }
        if (state.onlineUrl() != null) {
            event.addExperimentalProperty("CONFERENCE", state.onlineUrl()).setParameter("VALUE", "URI");
        }
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
