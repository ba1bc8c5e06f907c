package ma.jazari.events.calendar;

import biweekly.component.VEvent;
import biweekly.property.Attachment;
import biweekly.property.Contact;
import biweekly.property.Organizer;
import ma.jazari.events.file.ProgramEventFile;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventType;
import ma.jazari.platform.text.LocalText;

/** A program event as a VEVENT. */
final class EventComponent {

    private final ProgramEventState state;
    private final VEvent event = new VEvent();

    private EventComponent(ProgramEventState state) {
        this.state = state;
    }

    static VEvent of(ShownEvent shown, Wording wording) {
        var state = shown.state();
        var component = new EventComponent(state);
        component.identity(wording);
        EventProperties.revision(component.event, state);
        EventProperties.wallTime(component.event, "DTSTART", state.start(), state.zone());
        EventProperties.wallTime(component.event, "DTEND", state.end(), state.zone());
        component.text(wording);
        EventProperties.place(component.event, state, null);
        component.call();
        component.hosts(wording);
        shown.files().forEach(file -> component.event.addAttachment(attachment(file, wording)));
        return component.event;
    }

    private static Attachment attachment(ProgramEventFile file, Wording wording) {
        var attachment = new Attachment(file.mediaType(), wording.fileUrl(file));
        // As calendar programs call it (RFC 8607).
        attachment.setParameter("FILENAME", Wording.clean(file.name()));
        return attachment;
    }

    private void identity(Wording wording) {
        event.setUid(state.id());
        event.setSequence(state.sequence());
        event.setCreated(EventProperties.date(state.createdAt()));
        event.setUrl(wording.eventUrl(state));
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

    /** From its opening to its deadline a call takes nobody's time; where no place is said, it is where one answers it. */
    private void call() {
        if (state.type() == ProgramEventType.CALL) {
            event.setTransparency(true);
        }
        if (state.call() != null && event.getLocation() == null) {
            event.setLocation(state.call().submissionUrl());
        }
    }
}
