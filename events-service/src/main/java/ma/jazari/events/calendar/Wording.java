package ma.jazari.events.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jazari.events.file.ProgramEventFile;
import ma.jazari.events.programevent.Description;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.session.AgendaItem;
import ma.jazari.platform.text.LocalText;

/**
 * How events are shown outside the registry.
 *
 * @param languages that texts are wanted in, best first
 * @param hostNames the names of institutes, by id
 * @param publicUrl what every address begins with
 */
record Wording(List<String> languages, Map<String, List<LocalText>> hostNames, String publicUrl) {

    LocalText title(ProgramEventState event) {
        return title(event.titles());
    }

    LocalText title(List<LocalText> titles) {
        var title = best(titles).orElseThrow();
        return new LocalText(clean(title.value()), title.lang());
    }

    Optional<LocalText> description(ProgramEventState event) {
        return description(event.descriptions());
    }

    Optional<LocalText> description(List<Description> descriptions) {
        return descriptions.stream()
                .min(Comparator.comparingInt(description -> rank(description, languages)))
                .map(description -> new LocalText(clean(description.value()), description.lang()));
    }

    /** The institute's name; empty where it is not known here. */
    Optional<LocalText> host(String id) {
        return best(hostNames.getOrDefault(id, List.of())).map(name -> new LocalText(clean(name.value()), name.lang()));
    }

    Optional<LocalText> best(List<LocalText> texts) {
        return LocalText.best(texts, languages);
    }

    String eventUrl(ProgramEventState event) {
        return publicUrl + "/v1/program-events/" + event.id();
    }

    String registrationUrl(ProgramEventState event) {
        return eventUrl(event) + "/registrations";
    }

    String sessionUrl(AgendaItem session) {
        return publicUrl + "/v1/program-events/" + session.programEventId() + "/sessions/" + session.id();
    }

    String fileUrl(ProgramEventFile file) {
        return publicUrl + "/v1/program-events/" + file.programEventId() + "/files/" + file.id();
    }

    String instituteUrl(String id) {
        return publicUrl + "/v1/institutes/" + id;
    }

    private static int rank(Description description, List<String> languages) {
        int rank = languages.indexOf(description.lang().split("-", -1)[0]);
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    /** Without what neither iCalendar nor XML can hold; lines end with a line feed. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(Wording::isText)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.SURROGATE -> false;
            default -> (character & 0xFFFE) != 0xFFFE;
        };
    }
}
