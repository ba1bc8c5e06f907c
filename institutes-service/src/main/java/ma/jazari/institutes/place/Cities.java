package ma.jazari.institutes.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.text.SearchText;

/** Morocco's cities and how they are written in French, Arabic and English. */
public final class Cities {

    private static final List<City> ALL = read();
    private static final Map<String, City> BY_NAME = ALL.stream()
            .flatMap(city -> city.names().stream().map(name -> Map.entry(SearchText.of(name), city)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, TreeMap::new));
    private static final List<String> LONGEST_FIRST = BY_NAME.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private Cities() {}

    /**
     * A city.
     *
     * @param region ISO 3166-2:MA
     * @param names in every language and spelling
     */
    public record City(String key, String region, List<String> names) {}

    /** The city of this name, in whatever language it is written. */
    public static Optional<City> named(String name) {
        return Optional.ofNullable(BY_NAME.get(SearchText.of(name)));
    }

    /** The text in the form of {@link SearchText}, with {@code @key} for each city that it names. */
    public static String withKeys(String text) {
        var keyed = " " + SearchText.of(text) + " ";
        for (var name : LONGEST_FIRST) {
            var key = " @" + Objects.requireNonNull(BY_NAME.get(name)).key() + " ";
            // In Arabic, "in" is written together with the name.
            keyed = keyed.replace(" " + name + " ", key).replace(" ب" + name + " ", key);
        }
        return keyed.strip();
    }

    private static List<City> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Cities.class.getResourceAsStream("/place/cities.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Cities::city)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static City city(String line) {
        var fields = line.split(";", -1);
        var names = Stream.concat(Stream.of(fields).skip(2).limit(3), Stream.of(fields[5].split("\\|", -1)))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return new City(fields[0], fields[1], names);
    }
}
