package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import ma.jazari.events.mail.Mail;
import ma.jazari.events.mail.Outbox;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventStatus;
import ma.jazari.events.time.ZoneTimes;

/** What persons hear of their registrations, in their language. The texts are in {@code registration-mails*.properties}. */
@ApplicationScoped
class RegistrationMails {

    private static final String BUNDLE = "registration-mails";

    private final Outbox outbox;
    private final RegistrationLinks links;
    private final ZoneTimes zones;

    RegistrationMails(Outbox outbox, RegistrationLinks links, ZoneTimes zones) {
        this.outbox = outbox;
        this.links = links;
        this.zones = zones;
    }

    /** Where the registration stands now. */
    void tell(Registration registration, ProgramEventState event) {
        mail(keyOf(registration), registration, event).ifPresent(outbox::add);
    }

    private static String keyOf(Registration registration) {
        return switch (registration.cause()) {
            case OFFER_LAPSED -> "lapsed";
            case EVENT_CANCELLED -> "event-cancelled";
            case PERSON, ORGANISER, ERASURE -> keyOf(registration.state());
            case null -> keyOf(registration.state());
        };
    }

    private static String keyOf(RegistrationState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** What has become of the event. That it is cancelled each hears when its registration ends. */
    void tellAllOf(ProgramEventState event, List<Registration> registrations) {
        var key = event.status() == ProgramEventStatus.POSTPONED ? "event-postponed" : "event-changed";
        outbox.addAll(registrations.stream()
                .flatMap(registration -> mail(key, registration, event).stream())
                .toList());
    }

    /** The link, to somebody who asks for it again. */
    void sendLink(Registration registration, ProgramEventState event) {
        mail("link", registration, event).ifPresent(outbox::add);
    }

    /** Nobody is told who has been erased. */
    private Optional<Mail> mail(String key, Registration registration, ProgramEventState event) {
        return Optional.ofNullable(registration.person()).map(person -> mail(key, registration, person, event));
    }

    private Mail mail(String key, Registration registration, Person person, ProgramEventState event) {
        var texts = new Texts(BUNDLE, Texts.language(person.lang(), List.of()));
        var values = values(registration, person, new EventInWords(event, texts.language(), zones));
        return new Mail(
                registration.id(),
                person.email(),
                texts.of(key + ".subject", values),
                texts.of("greeting", values) + texts.of(key + ".text", values) + texts.of("footer", values));
    }

    /** 0 name, 1 title, 2 when, 3 where, 4 link, 5 when an offer ends, 6 why the event is off. */
    private Object[] values(Registration registration, Person person, EventInWords event) {
        return new Object[] {
            person.name(),
            event.title(),
            event.when(),
            event.where(),
            links.of(registration, person),
            event.at(registration.offerExpiresAt()),
            Objects.requireNonNullElse(event.event().statusReason(), "")
        };
    }
}
