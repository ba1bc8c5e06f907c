package ma.jazari.institutes.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.text.LocalText;

/** The vocabularies that the network manages. Their terms are data; which vocabularies there are is not. */
public enum Vocabulary {
    FOCUS_AREAS("Domaines d'action", "مجالات العمل", "Focus areas"),
    COMPETENCY_FIELDS("Champs de compétence", "مجالات الكفاءة", "Competency fields");

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<LocalText> titles;

    Vocabulary(String french, String arabic, String english) {
        titles = List.of(new LocalText(french, "fr"), new LocalText(arabic, "ar"), new LocalText(english, "en"));
    }

    /** As its path has it, for instance {@code focus-areas}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<LocalText> titles() {
        return titles;
    }

    /** @throws Problem 404 where there is no such vocabulary */
    static Vocabulary named(String key) {
        return Arrays.stream(values())
                .filter(vocabulary -> vocabulary.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("vocabulary", key));
    }
}
