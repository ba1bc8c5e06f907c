package ma.jazari.events.registration;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * What persons are told in one of the languages that there are texts in.
 *
 * @param bundle the texts are in {@code <bundle>_<language>.properties}
 */
record Texts(String bundle, String language) {

    private static final Set<String> LANGUAGES = Set.of("fr", "ar", "en");
    private static final String DEFAULT = "fr";

    /**
     * The language of a tag if there are texts in it, else the first of the others.
     *
     * @param others best first; French stands in for all of them
     */
    static String language(String tag, List<String> others) {
        var own = tag.split("-", -1)[0].toLowerCase(Locale.ROOT);
        return LANGUAGES.contains(own)
                ? own
                : others.stream().filter(LANGUAGES::contains).findFirst().orElse(DEFAULT);
    }

    String of(String key, Object... values) {
        var locale = Locale.of(language);
        return new MessageFormat(ResourceBundle.getBundle(bundle, locale).getString(key), locale).format(values);
    }
}
