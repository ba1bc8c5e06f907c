package ma.jazari.platform.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.text.SearchText;
import ma.jazari.platform.text.WordForms;

/**
 * What somebody searches for.
 *
 * @param whole all of it in the form of {@link SearchText}
 * @param words its words without those that say nothing, unless there are no others
 */
record SearchTerms(String whole, List<String> words) {

    private static final int LONGEST = 500;
    private static final int MOST_WORDS = 16;

    /** @throws Problem 400 for text that is too long */
    static SearchTerms of(String text) {
        if (text.length() > LONGEST) {
            throw Problem.invalid("q", "must have at most " + LONGEST + " characters");
        }
        var all = SearchText.words(text).stream().distinct().toList();
        var telling = all.stream().filter(word -> !WordForms.isStopWord(word)).toList();
        var words =
                (telling.isEmpty() ? all : telling).stream().limit(MOST_WORDS).toList();
        return new SearchTerms(SearchText.of(text), words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The tsquery for records with all of the words. */
    String everyWord() {
        return all(word -> any(WordForms.of(word), ""));
    }

    /** The tsquery for records with words that begin with these. */
    String everyBeginning() {
        return all(word -> any(WordForms.of(word), word.length() > 1 ? ":*" : ""));
    }

    /** The tsquery with corrected words; empty if nothing is like one of them. */
    Optional<String> everyWord(Map<String, List<String>> corrections) {
        boolean hopeless =
                words.stream().anyMatch(word -> meant(word, corrections).isEmpty());
        return hopeless
                ? Optional.empty()
                : Optional.of(all(word -> any(
                        meant(word, corrections).stream()
                                .flatMap(meant -> WordForms.of(meant).stream())
                                .toList(),
                        "")));
    }

    private static Collection<String> meant(String word, Map<String, List<String>> corrections) {
        return Misspelling.forms(word).isEmpty() ? List.of(word) : corrections.getOrDefault(word, List.of());
    }

    private String all(Function<String, String> query) {
        return words.stream().map(query).collect(Collectors.joining(" & "));
    }

    private static String any(Collection<String> forms, String suffix) {
        return forms.stream()
                .distinct()
                // Letters and digits alone, so nothing needs escaping.
                .map(form -> "'" + form + "'" + suffix)
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    /** All forms of the words, for the look-up in names. */
    Stream<String> forms() {
        return words.stream().flatMap(word -> WordForms.of(word).stream());
    }
}
