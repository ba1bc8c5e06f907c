package ma.jazari.platform.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as search sees it: lower case, without accents and Arabic diacritics, with the variants of alef, hamza, ta
 * marbuta, ya and kaf folded, tatweel, elided articles ({@code l'}, {@code d'}, {@code qu'}) and punctuation gone.
 */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ELISION = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu)['\u2019\u2018\u02bc\u00b4`](?=\\p{L})");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Longer than any word; PostgreSQL takes words of 2,046 bytes. */
    private static final int LONGEST_WORD = 100;

    /** Letters that Unicode does not take apart, and the Arabic ones that people write for each other. */
    private static final Map<Character, String> FOLDED = Map.ofEntries(
            Map.entry('\u0640', ""), // tatweel
            Map.entry('\u0621', ""), // hamza
            Map.entry('\u0671', "\u0627"), // alef wasla
            Map.entry('\u0629', "\u0647"), // ta marbuta: ha
            Map.entry('\u0649', "\u064a"), // alef maqsura: ya
            Map.entry('\u06cc', "\u064a"), // Persian ya
            Map.entry('\u06a9', "\u0643"), // Persian kaf
            Map.entry('\u06af', "\u0643"), // gaf
            Map.entry('\u06ad', "\u0643"), // ng, Morocco's gaf
            Map.entry('\u0153', "oe"),
            Map.entry('\u00e6', "ae"),
            Map.entry('\u00df', "ss"),
            Map.entry('\u00f8', "o"),
            Map.entry('\u0142', "l"),
            Map.entry('\u0111', "d"),
            Map.entry('\u0131', "i"));

    private SearchText() {}

    public static String of(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var unelided = ELISION.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
        return NOT_WORD.matcher(fold(unelided)).replaceAll(" ").strip();
    }

    /** The words of the text, in its order, each cut to what an index holds. */
    public static List<String> words(String text) {
        var normal = of(text);
        return normal.isEmpty()
                ? List.of()
                : Arrays.stream(normal.split(" ", -1))
                        .map(word -> cut(word, LONGEST_WORD))
                        .toList();
    }

    /** The beginning of the text, of at most as many characters. */
    public static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    private static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var replacement = FOLDED.get(text.charAt(i));
            if (replacement == null) {
                folded.append(text.charAt(i));
            } else {
                folded.append(replacement);
            }
        }
        return folded.toString();
    }
}
