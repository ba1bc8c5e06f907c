package ma.jazari.events.registration;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What pages say in a language. The texts are in {@code registration-page*.properties}. */
record PageTexts(String language) {

    private static final String BUNDLE = "registration-page";

    String of(String key, Object... values) {
        var locale = Locale.of(language);
        return new MessageFormat(ResourceBundle.getBundle(BUNDLE, locale).getString(key), locale).format(values);
    }
}
