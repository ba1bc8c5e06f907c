package ma.jazari.platform.search;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What two spellings of a word share: words that differ by one letter share a form, what is left of one of them, or of
 * both, without a letter (the symmetric delete of W. Garbe's SymSpell).
 */
final class Misspelling {

    /** Below, everything resembles everything; above, a word is found by its neighbours. */
    private static final int SHORTEST = 3;

    private static final int LONGEST = 30;

    private Misspelling() {}

    /** The word itself and what is left of it without each of its letters. */
    static Set<String> forms(String word) {
        var forms = new LinkedHashSet<String>();
        if (word.length() >= SHORTEST && word.length() <= LONGEST) {
            forms.add(word);
            for (int i = 0; i < word.length(); i++) {
                forms.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        return forms;
    }
}
