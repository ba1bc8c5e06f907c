package ma.jazari.benchmarks.questions;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** How people type a name that they know, always the same ones for the same seed. */
public final class Typing {

    private static final long SEED = 20_260_112;
    private static final int LONG_WORD = 5;
    private static final Pattern WORD = Pattern.compile("\\p{L}{" + LONG_WORD + ",}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** As affiliations are shortened. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("Université", "Univ."),
            Map.entry("University", "Univ."),
            Map.entry("Universidad", "Univ."),
            Map.entry("Institute", "Inst."),
            Map.entry("Institut", "Inst."),
            Map.entry("Laboratoire", "Lab."),
            Map.entry("Laboratory", "Lab."),
            Map.entry("Faculté", "Fac."),
            Map.entry("Faculty", "Fac."),
            Map.entry("Department", "Dept."),
            Map.entry("National", "Natl."),
            Map.entry("International", "Intl."),
            Map.entry("Research", "Res."),
            Map.entry("Centre", "Ctr."),
            Map.entry("Center", "Ctr."),
            Map.entry("Hospital", "Hosp."),
            Map.entry("Sciences", "Sci."),
            Map.entry("Technology", "Technol."));

    private final Random random = new Random(SEED);

    /** In the Latin alphabet of a keyboard without accents. */
    public static String withoutAccents(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    /** With words in the short forms of affiliations. */
    public static String abbreviated(String text) {
        var words = new ArrayList<String>();
        for (var word : text.split(" ", -1)) {
            words.add(SHORT.getOrDefault(word, word));
        }
        return String.join(" ", words);
    }

    /** With one typing error in one of the long words; unchanged where there is none. */
    public String withError(String text) {
        var words = WORD.matcher(text).results().toList();
        if (words.isEmpty()) {
            return text;
        }
        var word = words.get(random.nextInt(words.size()));
        // The first letter is hardly ever wrong.
        int at = word.start() + 1 + random.nextInt(word.group().length() - 2);
        return text.substring(0, at) + slip(text.substring(at, at + 2)) + text.substring(at + 2);
    }

    /** What becomes of two letters: swapped, one left out, one doubled, one hit wrongly. */
    private String slip(String two) {
        return switch (random.nextInt(4)) {
            case 0 -> new StringBuilder(two).reverse().toString();
            case 1 -> two.substring(1);
            case 2 -> two.charAt(0) + two;
            default -> (two.charAt(0) == 'r' ? "t" : "r") + two.charAt(1);
        };
    }

    /** Letters that are no word. */
    public String noise(int words) {
        var text = new ArrayList<String>();
        for (int i = 0; i < words; i++) {
            var word = new StringBuilder();
            for (int length = 4 + random.nextInt(6); length > 0; length--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            text.add(word.toString());
        }
        return String.join(" ", text);
    }
}
