package ma.jazari.events.calendar;

import biweekly.component.VEvent;
import biweekly.parameter.RelationshipType;
import biweekly.property.RelatedTo;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.session.AgendaItem;
import ma.jazari.events.session.Speaker;
import ma.jazari.platform.text.LocalText;

/** A session as a VEVENT of its own, a child of its event's, with which it is postponed and cancelled. */
final class SessionComponent {

    private SessionComponent() {}

    static VEvent of(AgendaItem session, ProgramEventState event, Wording wording) {
        var component = new VEvent();
        component.setUid(session.id());
        component.setSequence(sequence(session, event));
        component.setCreated(EventProperties.date(Objects.requireNonNull(session.createdAt())));
        component.addRelatedTo(parent(event));
        EventProperties.revision(component, event);
        EventProperties.wallTime(component, "DTSTART", session.written().start(), session.zone());
        EventProperties.wallTime(component, "DTEND", session.written().end(), session.zone());
        text(component, session, wording);
        EventProperties.place(component, event, session.written().room());
        component.setUrl(wording.sessionUrl(session));
        return component;
    }

    /** Rises with every change of the session, and with those of its event that concern it. */
    private static int sequence(AgendaItem session, ProgramEventState event) {
        return Math.toIntExact(event.sequence() + session.version() - 1);
    }

    private static RelatedTo parent(ProgramEventState event) {
        var parent = new RelatedTo(event.id());
        parent.setRelationshipType(RelationshipType.PARENT);
        return parent;
    }

    private static void text(VEvent component, AgendaItem session, Wording wording) {
        var title = wording.title(session.titles());
        component.setSummary(title.value()).setLanguage(title.lang());
        var description = wording.description(session.descriptions());
        var text = Stream.concat(
                        description.map(LocalText::value).stream(),
                        session.speakers().stream().map(SessionComponent::speaker))
                .collect(Collectors.joining("\n"));
        if (!text.isEmpty()) {
            component
                    .setDescription(text)
                    .setLanguage(description.map(LocalText::lang).orElse(null));
        }
    }

    /** There is no property for those who speak: an attendee needs an address. */
    private static String speaker(Speaker speaker) {
        var affiliation = speaker.affiliation() == null ? "" : " (" + speaker.affiliation() + ")";
        return Wording.clean(speaker.name() + affiliation);
    }
}
