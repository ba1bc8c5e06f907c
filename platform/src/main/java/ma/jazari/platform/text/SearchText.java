package ma.jazari.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as search sees it: lower case, without accents and Arabic diacritics, with the variants of alef, hamza, ta
 * marbuta and alef maqsura folded, tatweel and punctuation gone.
 */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchText() {}

    public static String of(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var folded = bare.toLowerCase(Locale.ROOT)
                .replace("\u0640", "")
                .replace('\u0671', '\u0627')
                .replace('\u0629', '\u0647')
                .replace('\u0649', '\u064a')
                .replace("\u0621", "");
        return NOT_WORD.matcher(folded).replaceAll(" ").strip();
    }
}
