package ma.jazari.platform.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The forms under which a word of {@link SearchText} is found: itself and, for Arabic, what is left without the particles
 * that are written together with it (and, in, to, as, the), so that فاس finds بفاس and جزري finds الجزري.
 */
public final class WordForms {

    /** Words that say nothing about which record is meant. */
    private static final Set<String> STOP_WORDS = Set.of(
            // French
            "de",
            "du",
            "des",
            "la",
            "le",
            "les",
            "et",
            "a",
            "au",
            "aux",
            "en",
            "un",
            "une",
            "pour",
            "dans",
            "sur",
            "par",
            "d",
            "l",
            // English
            "of",
            "the",
            "and",
            "for",
            "in",
            "at",
            "on",
            "an",
            "to",
            "by",
            // Arabic
            "في",
            "من",
            "علي",
            "الي",
            "عن",
            "و");

    private static final String CONJUNCTIONS = "وف";
    private static final List<String> PARTICLES = List.of("بال", "كال", "لل", "ال", "ب", "ل", "ك");
    // What is left has to be a word.
    private static final int SHORTEST = 3;
    private static final int SHORTEST_AFTER_ARTICLE = 2;

    private WordForms() {}

    public static boolean isStopWord(String word) {
        return STOP_WORDS.contains(word);
    }

    /** All forms of the word, itself first. */
    public static Set<String> of(String word) {
        var forms = new LinkedHashSet<String>();
        forms.add(word);
        if (!word.isEmpty() && isArabic(word.charAt(0))) {
            withoutParticle(word, forms);
            if (CONJUNCTIONS.indexOf(word.charAt(0)) >= 0 && word.length() > SHORTEST) {
                forms.add(word.substring(1));
                withoutParticle(word.substring(1), forms);
            }
        }
        return forms;
    }

    /** The shortest form: what two spellings of one word share. */
    public static String stem(String word) {
        return of(word).stream().reduce(word, (a, b) -> b.length() < a.length() ? b : a);
    }

    private static void withoutParticle(String word, Set<String> forms) {
        for (var particle : PARTICLES) {
            int left = word.length() - particle.length();
            boolean isWord = left >= (particle.length() == 1 ? SHORTEST : SHORTEST_AFTER_ARTICLE);
            if (isWord && word.startsWith(particle)) {
                forms.add(word.substring(particle.length()));
                return;
            }
        }
    }

    private static boolean isArabic(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC;
    }
}
