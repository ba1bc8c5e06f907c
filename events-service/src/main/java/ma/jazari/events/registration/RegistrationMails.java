package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.events.mail.Mail;
import ma.jazari.events.mail.Outbox;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** What persons hear of their registrations, in their language. The texts are in {@code registration-mails*.properties}. */
@ApplicationScoped
class RegistrationMails {

    private static final Set<String> LANGUAGES = Set.of("fr", "ar", "en");
    private static final String DEFAULT = "fr";
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
        send(keyOf(registration), registration, event);
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

    /** What has become of the event. */
    void tellOf(ProgramEventState event, Registration registration) {
        send(
                switch (event.status()) {
                    case POSTPONED -> "event-postponed";
                    case CANCELLED -> "event-cancelled";
                    case DRAFT, PUBLISHED, COMPLETED -> "event-changed";
                },
                registration,
                event);
    }

    private void send(String key, Registration registration, ProgramEventState event) {
        var person = registration.person();
        if (person != null) {
            var language = languageOf(person);
            var texts = ResourceBundle.getBundle(BUNDLE, Locale.of(language));
            var values = values(registration, person, event, language);
            outbox.add(new Mail(
                    registration.id(),
                    person.email(),
                    format(texts.getString(key + ".subject"), language, values),
                    format(texts.getString("greeting"), language, values)
                            + format(texts.getString(key + ".text"), language, values)
                            + format(texts.getString("footer"), language, values)));
        }
    }

    private static String languageOf(Person person) {
        var language = person.lang().split("-", -1)[0];
        return LANGUAGES.contains(language) ? language : DEFAULT;
    }

    private static String format(String pattern, String language, Object... values) {
        return new MessageFormat(pattern, Locale.of(language)).format(values);
    }

    /** 0 name, 1 title, 2 when, 3 where, 4 link, 5 when an offer ends, 6 why the event is off. */
    private Object[] values(Registration registration, Person person, ProgramEventState event, String language) {
        return new Object[] {
            person.name(),
            title(event, language),
            wall(LocalDateTime.parse(event.start()), language) + " (" + event.zone() + ", " + offset(event) + ")",
            where(event),
            links.of(registration, person),
            expiry(registration.offerExpiresAt(), event.zone(), language),
            Objects.requireNonNullElse(event.statusReason(), "")
        };
    }

    /** What of a time can change while the wall time stays. */
    private String offset(ProgramEventState event) {
        var offset = zones.rules(event.zone()).getOffset(event.startInstant());
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
    }

    private static String title(ProgramEventState event, String language) {
        return LocalText.best(event.titles(), List.of(language, "fr", "ar", "en"))
                .map(LocalText::value)
                .orElse("");
    }

    private static String where(ProgramEventState event) {
        var venue = event.venue();
        var place = venue == null ? Stream.<@Nullable String>empty() : Stream.of(venue.name(), venue.city());
        return Stream.concat(place, Stream.ofNullable(event.onlineUrl()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private String expiry(@Nullable Instant at, String zone, String language) {
        return at == null
                ? ""
                : wall(LocalDateTime.ofInstant(at, zones.rules(zone).getOffset(at)), language);
    }

    private static String wall(LocalDateTime time, String language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(Locale.of(language))
                .format(time);
    }
}
