package ma.jazari.platform.match;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.text.EditDistance;
import ma.jazari.platform.text.WordForms;

/** How much two runs of words are alike, from 0 to 1: what is rare counts more, and what says nothing counts little. */
final class Likeness {

    private static final double STOP_WORD = 0.05;
    private static final double LEAST = 0.1;
    private static final double LIKE = 0.85;
    private static final double ABBREVIATED = 0.8;
    private static final int SHORTEST_ABBREVIATION = 3;
    private static final int LONG = 6;

    private final Map<String, Double> frequencies;

    /** @param frequencies of the common words, from 0 to 1 */
    Likeness(Map<String, Double> frequencies) {
        this.frequencies = frequencies;
    }

    /** What the word says: 1 for one that occurs once in a thousand records or less. */
    double weight(String word) {
        if (WordForms.isStopWord(word)) {
            return STOP_WORD;
        }
        var frequency = frequencies.get(word);
        return frequency == null ? 1 : Math.clamp(-Math.log10(frequency) / 3, LEAST, 1);
    }

    double weight(List<String> words) {
        return words.stream().mapToDouble(this::weight).sum();
    }

    /** Dice's coefficient over the weights of the words, each paired with the one that it is most like. */
    double of(List<String> a, List<String> b) {
        double all = weight(a) + weight(b);
        return all == 0 ? 0 : shared(a, b) / all;
    }

    /** How much of the name is in the text, wherever it stands. */
    double covered(List<String> name, List<String> text) {
        double found = 0;
        for (var word : name) {
            found += weight(word)
                    * text.stream().mapToDouble(other -> of(word, other)).max().orElse(0);
        }
        return found / weight(name);
    }

    private double shared(List<String> a, List<String> b) {
        var taken = new boolean[b.size()];
        Arrays.fill(taken, false);
        double shared = 0;
        for (var word : a) {
            int best = -1;
            double like = 0;
            for (int i = 0; i < b.size(); i++) {
                double candidate = taken[i] ? 0 : of(word, b.get(i));
                if (candidate > like) {
                    best = i;
                    like = candidate;
                }
            }
            if (best >= 0) {
                taken[best] = true;
                shared += like * (weight(word) + weight(b.get(best)));
            }
        }
        return shared;
    }

    /** Two words: the same, one a typing error of the other, or one an abbreviation of the other. */
    static double of(String a, String b) {
        if (a.equals(b) || WordForms.stem(a).equals(WordForms.stem(b))) {
            return 1;
        }
        int shorter = Math.min(a.length(), b.length());
        int longer = Math.max(a.length(), b.length());
        if (hasDigit(a) || hasDigit(b)) {
            return 0;
        }
        if (shorter >= SHORTEST_ABBREVIATION && longer >= LONG && (a.startsWith(b) || b.startsWith(a))) {
            return ABBREVIATED;
        }
        boolean near = shorter > SHORTEST_ABBREVIATION
                && longer - shorter <= 2
                && EditDistance.between(a, b) <= EditDistance.tolerance(a.length() < b.length() ? a : b);
        return near ? LIKE : 0;
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }
}
