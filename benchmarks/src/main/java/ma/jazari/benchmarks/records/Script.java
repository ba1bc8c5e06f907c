package ma.jazari.benchmarks.records;

import java.lang.Character.UnicodeScript;

/** In which letters a text is written. */
public final class Script {

    private Script() {}

    public static boolean isArabic(String text) {
        return firstLetter(text) == UnicodeScript.ARABIC;
    }

    public static boolean isLatin(String text) {
        return firstLetter(text) == UnicodeScript.LATIN;
    }

    private static UnicodeScript firstLetter(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst()
                .orElse(UnicodeScript.LATIN);
    }
}
