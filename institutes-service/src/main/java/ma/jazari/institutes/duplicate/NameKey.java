package ma.jazari.institutes.duplicate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ma.jazari.institutes.place.Cities;
import ma.jazari.platform.text.SearchText;
import ma.jazari.platform.text.WordForms;

/**
 * What a name shares with the same name in another language or script: the concepts that its common words stand for, the
 * cities, and the consonants of what is left. "Institut Al-Jazari de Fès", "Al-Jazari Institute of Fez" and
 * "معهد الجزري بفاس" have one key.
 */
public final class NameKey {

    private static final Set<String> ARTICLES = Set.of("al", "el");
    private static final Map<String, String> CONCEPTS = read();

    /** What Latin and Arabic letters sound like, roughly; vowels, and what is not always written, are left out. */
    private static final Map<Character, String> SOUNDS = sounds(
            "b", "bpب", "f", "fvف", "t", "tطتث", "d", "dدذضظ", "j", "jج", "k", "kgqكقخغ", "l", "lل", "m", "mم", "n",
            "nن", "r", "rر", "s", "szسصز", "$", "ش", "ks", "x");

    private NameKey() {}

    /** The key; empty for a name without letters. */
    public static String of(String name) {
        return tokens(name).stream().map(NameKey::sound).sorted().distinct().collect(Collectors.joining(" "));
    }

    /** The words of a name with concepts and cities in place of those that stand for one. */
    static Set<String> tokens(String name) {
        return Arrays.stream(Cities.withKeys(name).split(" ", -1))
                .filter(word -> !word.isEmpty() && !WordForms.isStopWord(word) && !ARTICLES.contains(word))
                .map(NameKey::token)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String token(String word) {
        return WordForms.of(word).stream()
                .map(CONCEPTS::get)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> city(word))
                .map(concept -> concept.startsWith("@") ? concept : "=" + concept)
                .orElseGet(() -> WordForms.stem(word));
    }

    private static Optional<String> city(String word) {
        return WordForms.of(word).stream()
                .map(Cities::named)
                .flatMap(Optional::stream)
                .findFirst()
                .map(city -> "@" + city.key());
    }

    private static String sound(String token) {
        if (token.startsWith("=") || token.startsWith("@") || token.chars().anyMatch(Character::isDigit)) {
            return token;
        }
        var spelled = token.replaceAll("ch|sh", "ش")
                .replace("ph", "f")
                .replace("dj", "j")
                .replaceAll("g(?=[ei])", "j")
                .replaceAll("c(?=[ei])", "s")
                .replace('c', 'k');
        var sound = spelled.chars()
                .mapToObj(letter -> SOUNDS.getOrDefault((char) letter, ""))
                .collect(Collectors.joining())
                .replaceAll("(.)\\1+", "$1");
        return sound.isEmpty() ? token : sound;
    }

    private static Map<Character, String> sounds(String... pairs) {
        var sounds = new HashMap<Character, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            for (char letter : pairs[i + 1].toCharArray()) {
                sounds.put(letter, pairs[i]);
            }
        }
        return sounds;
    }

    private static Map<String, String> read() {
        var concepts = new HashMap<String, String>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NameKey.class.getResourceAsStream("/duplicate/concepts.csv")),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var fields = line.split(";", -1);
                for (var word : fields[1].split("\\|", -1)) {
                    concepts.put(SearchText.of(word), fields[0]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return concepts;
    }
}
