package ma.jazari.platform.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.search.SearchName.Kind;
import ma.jazari.platform.text.SearchText;
import ma.jazari.platform.text.WordForms;

/**
 * What of a record search looks at.
 *
 * @param id of the record, unique among all records of the service
 * @param places names of where it is, in every language that is known
 * @param keys its id, domains, and ids in other registries
 * @param prominence how likely somebody means it, from 0; ranks what little has been typed
 */
public record SearchDocument(
        String id, List<SearchName> names, List<String> places, List<String> keys, int prominence) {

    // PostgreSQL keeps positions up to this.
    private static final int LAST_POSITION = 16_383;

    /** Some names become longer when they are taken apart. PostgreSQL indexes texts of up to 2,700 bytes. */
    private static final int LONGEST_NAME = 600;

    /** The names in the form of {@link SearchText}, the keys as they are; none of them empty, none twice. */
    private List<SearchName> normalNames() {
        var ids = keys.stream().map(key -> new SearchName(Kind.ID, key.toLowerCase(Locale.ROOT)));
        return Stream.concat(names.stream().map(SearchDocument::normal), ids)
                .filter(name -> !name.text().isEmpty())
                .distinct()
                .toList();
    }

    private static SearchName normal(SearchName name) {
        var text = name.kind().isName() ? SearchText.of(name.text()) : name.text();
        return new SearchName(name.kind(), SearchText.cut(text, LONGEST_NAME));
    }

    /** The places in the form of {@link SearchText}. */
    private List<String> normalPlaces() {
        return places.stream()
                .map(SearchText::of)
                .filter(place -> !place.isEmpty())
                .distinct()
                .toList();
    }

    /** Every word of names and places once. */
    Stream<String> vocabulary() {
        return Stream.concat(texts(Kind.SHOWN, Kind.OTHER, Kind.SHORT), places.stream())
                .flatMap(text -> SearchText.words(text).stream())
                .flatMap(word -> WordForms.of(word).stream())
                .distinct();
    }

    /** All words in all their forms as a tsvector, each with the weight of the best place that it stands at. */
    private String vector() {
        var weights = new LinkedHashMap<String, Character>();
        add(weights, texts(Kind.SHOWN, Kind.SHORT), 'A');
        add(weights, texts(Kind.OTHER), 'B');
        add(weights, places.stream(), 'C');
        add(weights, keys.stream(), 'D');
        var vector = new StringBuilder();
        int position = 0;
        for (Map.Entry<String, Character> word : weights.entrySet()) {
            position = Math.min(position + 1, LAST_POSITION);
            // Letters and digits alone, so nothing needs escaping.
            vector.append('\'')
                    .append(word.getKey())
                    .append("':")
                    .append(position)
                    .append(word.getValue())
                    .append(' ');
        }
        return vector.toString();
    }

    /** The document as the index holds it. */
    Indexed indexed() {
        var vector = vector();
        var normalNames = normalNames();
        var normalPlaces = normalPlaces();
        var digest = Canonical.sha256(SearchIndex.RULES + vector + normalNames + normalPlaces + prominence);
        return new Indexed(this, vector, normalNames, normalPlaces, digest);
    }

    /**
     * A document as the index holds it.
     *
     * @param vector a tsvector
     * @param names in the form of {@link SearchText}, with the keys
     * @param places in the form of {@link SearchText}
     * @param digest of all of it
     */
    record Indexed(SearchDocument document, String vector, List<SearchName> names, List<String> places, String digest) {

        String id() {
            return document.id();
        }
    }

    private Stream<String> texts(Kind... kinds) {
        var wanted = List.of(kinds);
        return names.stream().filter(name -> wanted.contains(name.kind())).map(SearchName::text);
    }

    private static void add(Map<String, Character> weights, Stream<String> texts, char weight) {
        texts.map(SearchText::words)
                .flatMap(Collection::stream)
                .flatMap(word -> WordForms.of(word).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .forEach(word -> weights.putIfAbsent(word, weight));
    }
}
