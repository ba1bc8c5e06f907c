package ma.jazari.platform.match;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ma.jazari.platform.text.SearchText;
import ma.jazari.platform.text.WordForms;

/**
 * A text, taken apart.
 *
 * @param words all of them, in order
 * @param segments what stands between commas and the like, each alone, two neighbours together, and all together
 * @param ids what looks like an id or a domain, as it stands
 */
record DirtyText(List<String> words, Set<String> segments, Set<String> ids) {

    private static final int LONGEST = 2_000;
    private static final int MOST_WORDS = 80;
    private static final int MOST_SEGMENTS = 30;
    private static final Pattern BETWEEN =
            Pattern.compile("[,;:|/()\\[\\]\\n\\r\\t\u060c\u061b\u2022]+|\\s[-\u2013\u2014]\\s");
    private static final Pattern DOMAIN =
            Pattern.compile("(?<![a-z0-9.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}[a-z]{2,20}(?![a-z0-9-])");
    private static final Pattern ROR = Pattern.compile("ror\\.org/(0[a-z0-9]{6}[0-9]{2})");
    private static final Pattern PUBLIC_ID = Pattern.compile("(?<![a-z0-9])[jp][0-9a-z]{6}[0-9]{2}(?![a-z0-9])");

    static DirtyText of(String text) {
        var bounded = text.substring(0, Math.min(text.length(), LONGEST));
        var words = SearchText.words(bounded);
        var parts = BETWEEN.splitAsStream(bounded)
                .map(SearchText::of)
                .filter(part -> !part.isEmpty())
                .limit(MOST_SEGMENTS)
                .toList();
        var segments = new LinkedHashSet<>(parts);
        for (int i = 0; i + 1 < parts.size(); i++) {
            segments.add(parts.get(i) + " " + parts.get(i + 1));
        }
        segments.add(String.join(" ", words));
        segments.remove("");
        return new DirtyText(words.subList(0, Math.min(words.size(), MOST_WORDS)), segments, ids(bounded));
    }

    private static Set<String> ids(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var ids = new LinkedHashSet<String>();
        ROR.matcher(lower).results().forEach(found -> ids.add("https://ror.org/" + found.group(1)));
        PUBLIC_ID.matcher(lower).results().forEach(found -> ids.add(found.group()));
        DOMAIN.matcher(lower).results().forEach(found -> withParents(found.group(), ids));
        return ids;
    }

    /** A host stands for the domains that it belongs to: www.example.ac.ma, example.ac.ma, not ac.ma's neighbours. */
    private static void withParents(String host, Set<String> ids) {
        var rest = host;
        while (rest.indexOf('.') >= 0) {
            ids.add(rest);
            rest = rest.substring(rest.indexOf('.') + 1);
        }
    }

    /** Words that tell records apart, in order, without repetition. */
    List<String> telling() {
        return words.stream()
                .filter(word -> !WordForms.isStopWord(word) && word.length() > 1)
                .distinct()
                .toList();
    }

    /** The segments as words, for comparison with names. */
    List<List<String>> segmentWords() {
        return segments.stream()
                .map(segment ->
                        Arrays.stream(segment.split(" ", -1)).limit(MOST_WORDS).toList())
                .toList();
    }
}
