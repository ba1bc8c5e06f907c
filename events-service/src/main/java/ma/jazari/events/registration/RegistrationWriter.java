package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.NewChange;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.security.Actor;

/** Leaves one entry in the log, and one mail, for each registration that moved. */
@ApplicationScoped
class RegistrationWriter {

    static final String SUBJECT = "REGISTRATION";

    private final RegistrationRepository registrations;
    private final RegistrationMails mails;
    private final ChangeLog changes;

    RegistrationWriter(RegistrationRepository registrations, RegistrationMails mails, ChangeLog changes) {
        this.registrations = registrations;
        this.mails = mails;
        this.changes = changes;
    }

    /** Offers what is free to those who wait; afterwards the desk is up to date. */
    void settle(Desk desk, ProgramEventState event, Instant now) {
        var settings = event.registration();
        if (settings == null) {
            // Such an event has nobody who has a place, or waits.
            return;
        }
        var queue = registrations.queue(desk.programEventId());
        var moved =
                new Promotion(desk, queue, Phase.of(event, now), settings.offerFor(), event.startInstant()).settle(now);
        logAll(moved, RegistrationWriter::typeOf, event, RegistrationActors.QUEUE);
        // Whose offer is withdrawn hears that the event is off, and what that means for offers.
        moved.stream()
                .filter(registration -> registration.state() != RegistrationState.WAITING)
                .forEach(registration -> mails.tell(registration, event));
    }

    /** What the move that led a registration to where it stands is called. */
    static String typeOf(Registration registration) {
        return switch (registration.state()) {
            case CONFIRMED -> "registration.confirmed";
            case PENDING -> "registration.received";
            case WAITING -> "registration.queued";
            case OFFERED -> "registration.offered";
            case DECLINED -> "registration.declined";
            case CANCELLED -> "registration.cancelled";
        };
    }

    /** Stores a registration that moved, logs it, and tells the person. */
    void write(String type, Registration registration, ProgramEventState event, Actor actor) {
        log(type, registration, event, actor);
        mails.tell(registration, event);
    }

    /** Stores it and logs it; nobody is told. */
    void log(String type, Registration registration, ProgramEventState event, Actor actor) {
        registrations.persist(registration);
        logAll(List.of(registration), any -> type, event, actor);
    }

    /** Stores and logs as many as there are in as few round trips as for one; nobody is told. */
    void logAll(List<Registration> changed, Function<Registration, String> type, ProgramEventState event, Actor actor) {
        if (!changed.isEmpty()) {
            registrations.flush();
            changes.appendAll(
                    changed.stream()
                            .map(one -> change(type.apply(one), one, event))
                            .toList(),
                    actor);
        }
    }

    private NewChange change(String type, Registration registration, ProgramEventState event) {
        var subject = new Subject(SUBJECT, registration.id().toString());
        var fact = changes.tree(RegistrationFact.of(registration));
        return new NewChange(type, subject, registration.version(), fact, null, audience(event), null);
    }

    private static List<String> audience(ProgramEventState event) {
        return event.hostInstituteIds().stream().map(id -> "INSTITUTE:" + id).toList();
    }
}
