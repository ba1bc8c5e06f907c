package ma.jazari.benchmarks.partners;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import ma.jazari.benchmarks.BenchmarkException;

/** An organisation of a dump of ROR. */
record Organisation(ObjectNode record) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Organisation of(String line) {
        try {
            if (JSON.readTree(line) instanceof ObjectNode object) {
                return new Organisation(object);
            }
            throw new BenchmarkException("A line of the dump is no JSON object: " + line);
        } catch (JsonProcessingException failure) {
            throw new BenchmarkException("A line of the dump is no JSON: " + failure.getMessage(), failure);
        }
    }

    String rorId() {
        return record.path("id").asText();
    }

    boolean isActive() {
        return record.path("status").asText().equals("active");
    }

    /** The name that ROR shows. */
    String name() {
        return names("ror_display").getFirst();
    }

    /** Its names of this type, as they are written. */
    List<String> names(String type) {
        return nodes(type).stream()
                .map(name -> name.path("value").asText().strip())
                .toList();
    }

    private List<JsonNode> nodes(String type) {
        return all(record.path("names")).stream()
                .filter(name -> all(name.path("types")).stream()
                        .anyMatch(one -> one.asText().equals(type)))
                .toList();
    }

    /** Labels beside the one that is shown: its names in other languages. */
    List<String> labels() {
        var shown = names("ror_display");
        return names("label").stream().filter(name -> !shown.contains(name)).toList();
    }

    Optional<String> city() {
        return place("name");
    }

    Optional<String> country() {
        return place("country_name");
    }

    private Optional<String> place(String property) {
        return Optional.of(
                        record.at("/locations/0/geonames_details/" + property).asText(""))
                .filter(text -> !text.isEmpty());
    }

    /** The same without a name. */
    Organisation without(String value) {
        var copy = record.deepCopy();
        if (copy.path("names") instanceof ArrayNode names) {
            for (int i = names.size() - 1; i >= 0; i--) {
                if (names.path(i).path("value").asText().strip().equals(value)) {
                    names.remove(i);
                }
            }
        }
        return new Organisation(copy);
    }

    String line() {
        return record.toString();
    }

    private static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
