package ma.jazari.institutes.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.text.EditDistance;

/** Whether two names may be of one institute. */
final class Resemblance {

    private static final int SHORT_WORD = 4;

    private Resemblance() {}

    /**
     * Whether names with one {@link NameKey} mean the same: in two scripts their consonants have to do; in one, their
     * words have to be near; in one language, the same in another order.
     */
    static boolean isTranslation(Name a, Name b) {
        if (isArabic(a.value()) != isArabic(b.value())) {
            return true;
        }
        return a.lang().equals(b.lang())
                ? NameKey.tokens(a.value()).equals(NameKey.tokens(b.value()))
                : isNear(a.value(), b.value());
    }

    /** Whether each word of one is a word of the other, or a typing error of one; numbers are no typing errors. */
    static boolean isNear(String a, String b) {
        var left = NameKey.tokens(a);
        var right = new ArrayList<>(NameKey.tokens(b));
        return left.size() == right.size() && left.stream().allMatch(word -> takeNear(word, right));
    }

    private static boolean takeNear(String word, Collection<String> others) {
        if (others.remove(word)) {
            return true;
        }
        var near = others.stream().filter(other -> isTypingError(word, other)).findFirst();
        near.ifPresent(others::remove);
        return near.isPresent();
    }

    private static boolean isTypingError(String a, String b) {
        boolean spelled = isSpelled(a) && isSpelled(b);
        return spelled && EditDistance.between(a, b) <= EditDistance.tolerance(a.length() < b.length() ? a : b);
    }

    /** A word that can be mistyped: no concept, no city, no number, and long enough to be recognised. */
    private static boolean isSpelled(String word) {
        return word.length() >= SHORT_WORD
                && !Set.of('=', '@').contains(word.charAt(0))
                && word.chars().noneMatch(Character::isDigit);
    }

    private static boolean isArabic(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    }
}
