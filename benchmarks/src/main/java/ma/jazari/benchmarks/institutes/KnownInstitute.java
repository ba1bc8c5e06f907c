package ma.jazari.benchmarks.institutes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.jazari.benchmarks.records.Script;

/**
 * An institute that the registry has, to ask for.
 *
 * @param name the first of its names in Latin letters, else the first
 * @param arabicName empty where it has none
 */
record KnownInstitute(
        String id, String name, Optional<String> arabicName, Optional<String> city, Optional<String> domain) {

    /** @param details as the service stores them */
    static KnownInstitute of(String id, JsonNode details) {
        var names = new ArrayList<String>();
        details.path("names").forEach(name -> names.add(name.path("value").asText()));
        var shown = names.stream()
                .filter(name -> !name.isBlank() && Script.isLatin(name))
                .findFirst()
                .orElseGet(names::getFirst);
        return new KnownInstitute(
                id,
                shown,
                names.stream().filter(Script::isArabic).findFirst(),
                text(details.at("/location/city")),
                text(details.at("/domains/0")));
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isBlank());
    }

    /** Its words of more than three letters, in their order; all words where none is that long. */
    List<String> longWords() {
        var words = List.of(name.split("[\\s,()]+", -1));
        var longer = words.stream().filter(word -> word.length() > 3).toList();
        return longer.isEmpty() ? words : longer;
    }
}
