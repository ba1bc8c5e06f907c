package ma.jazari.platform.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.text.EditDistance;
import ma.jazari.platform.text.WordForms;

/**
 * How much names are like a text, from 0 to 1: what is rare counts more, and what says nothing counts little. A word of a
 * name is compared with each word of the text once, however many names have it and however many runs it is looked for in.
 */
final class Likeness {

    private static final double STOP_WORD = 0.05;
    private static final double LEAST = 0.1;
    private static final double LIKE = 0.85;
    private static final double ABBREVIATED = 0.8;
    private static final int SHORTEST_ABBREVIATION = 3;
    private static final int LONG = 6;

    private final Map<String, Double> frequencies;
    /** The different words of the text; runs of the text are given as their numbers. */
    private final List<Word> vocabulary = new ArrayList<>();

    private final int[] text;
    private final List<int[]> segments;
    private final Map<String, NameWord> compared = new HashMap<>();

    /** @param frequencies of the common words, from 0 to 1 */
    Likeness(DirtyText text, Map<String, Double> frequencies) {
        this.frequencies = frequencies;
        var numbers = new LinkedHashMap<String, Integer>();
        this.text = numbers(text.words(), numbers);
        this.segments = text.segmentWords().stream()
                .map(segment -> numbers(segment, numbers))
                .toList();
        numbers.keySet().forEach(word -> vocabulary.add(new Word(word, WordForms.stem(word), weight(word))));
    }

    private static int[] numbers(List<String> run, Map<String, Integer> numbers) {
        return run.stream()
                .mapToInt(word -> numbers.computeIfAbsent(word, next -> numbers.size()))
                .toArray();
    }

    /** A name, compared with the text. */
    Name name(List<String> words) {
        return new Name(words.stream()
                .map(word -> compared.computeIfAbsent(word, this::compare))
                .toArray(NameWord[]::new));
    }

    private NameWord compare(String text) {
        var word = new Word(text, WordForms.stem(text), weight(text));
        return new NameWord(
                word.weight(),
                vocabulary.stream().mapToDouble(other -> alike(word, other)).toArray());
    }

    /** What the word says: 1 for one that occurs once in a thousand records or less. */
    private double weight(String word) {
        if (WordForms.isStopWord(word)) {
            return STOP_WORD;
        }
        var frequency = frequencies.get(word);
        return frequency == null ? 1 : Math.clamp(-Math.log10(frequency) / 3, LEAST, 1);
    }

    /** Two words: the same, one a typing error of the other, or one an abbreviation of the other. */
    private static double alike(Word one, Word other) {
        var a = one.text();
        var b = other.text();
        if (one.stem().equals(other.stem())) {
            return 1;
        }
        int shorter = Math.min(a.length(), b.length());
        int longer = Math.max(a.length(), b.length());
        if (shorter < SHORTEST_ABBREVIATION || hasDigit(a) || hasDigit(b)) {
            return 0;
        }
        if (longer >= LONG && (a.startsWith(b) || b.startsWith(a))) {
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

    private record Word(String text, String stem, double weight) {}

    /**
     * A word of a name.
     *
     * @param alike to each word of the vocabulary, from 0 to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // inside this class alone
    private record NameWord(double weight, double[] alike) {}

    /** How much of the text's words a name has. */
    final class Name {

        private final NameWord[] words;

        private Name(NameWord[] words) {
            this.words = words;
        }

        /** What its words say together. */
        double weight() {
            double weight = 0;
            for (var word : words) {
                weight += word.weight();
            }
            return weight;
        }

        /** How much of it is in the text, wherever it stands. */
        double covered() {
            double found = 0;
            for (var word : words) {
                double best = 0;
                for (int other : text) {
                    best = Math.max(best, word.alike()[other]);
                }
                found += word.weight() * best;
            }
            return found / weight();
        }

        /** How much it is like the segment of the text that it is most like. */
        double likeSegment() {
            double best = 0;
            for (var segment : segments) {
                best = Math.max(best, like(segment, 0, segment.length));
            }
            return best;
        }

        /** How much it is like the run of the text that it is most like, of as many words, one more, or one less. */
        double likeRun() {
            double best = 0;
            for (int size = Math.max(1, words.length - 1); size <= Math.min(words.length + 1, text.length); size++) {
                for (int start = 0; start + size <= text.length; start++) {
                    best = Math.max(best, like(text, start, size));
                }
            }
            return best;
        }

        /** Dice's coefficient over the weights of the words, each paired with the one that it is most like. */
        private double like(int[] run, int start, int size) {
            double all = weight();
            for (int i = start; i < start + size; i++) {
                all += vocabulary.get(run[i]).weight();
            }
            return all == 0 ? 0 : shared(run, start, size) / all;
        }

        private double shared(int[] run, int start, int size) {
            var taken = new boolean[size];
            double shared = 0;
            for (var word : words) {
                int best = -1;
                double like = 0;
                for (int i = 0; i < size; i++) {
                    double candidate = taken[i] ? 0 : word.alike()[run[start + i]];
                    if (candidate > like) {
                        best = i;
                        like = candidate;
                    }
                }
                if (best >= 0) {
                    taken[best] = true;
                    shared += like
                            * (word.weight() + vocabulary.get(run[start + best]).weight());
                }
            }
            return shared;
        }
    }
}
