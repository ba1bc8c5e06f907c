package ma.jazari.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares schemas of JSON Schema 2020-12, as OpenAPI 3.1 has them. What a client sends must still be taken, what it gets
 * must be no more than it knew of. Whether a changed pattern takes less cannot be said in general; patterns are passed over.
 */
final class SchemaCompatibility {

    private static final List<String> UPPER_BOUNDS = List.of("maxLength", "maximum", "maxItems");
    private static final List<String> LOWER_BOUNDS = List.of("minLength", "minimum", "minItems");

    private enum Direction {
        REQUEST,
        RESPONSE
    }

    private record Pair(Direction direction, String old, String now) {}

    private final ObjectNode old;
    private final ObjectNode now;
    private final Set<String> breakages;
    private final Set<Pair> compared = new HashSet<>();

    SchemaCompatibility(ObjectNode old, ObjectNode now, Set<String> breakages) {
        this.old = old;
        this.now = now;
        this.breakages = breakages;
    }

    void request(String where, JsonNode before, JsonNode after) {
        compare(Direction.REQUEST, where, before, after);
    }

    void response(String where, JsonNode before, JsonNode after) {
        compare(Direction.RESPONSE, where, before, after);
    }

    /** What a reference leads to, with what stands beside it. */
    static JsonNode resolved(ObjectNode description, JsonNode node) {
        var reference = node.path("$ref").textValue();
        if (reference == null) {
            return node;
        }
        var target = resolved(description, description.at(reference.substring(1)));
        if (!(target.deepCopy() instanceof ObjectNode merged)) {
            return target;
        }
        node.properties().stream()
                .filter(member -> !member.getKey().equals("$ref"))
                .forEach(member -> merged.set(member.getKey(), member.getValue()));
        return merged;
    }

    private void compare(Direction direction, String where, JsonNode before, JsonNode after) {
        var references = new Pair(
                direction, before.path("$ref").asText(), after.path("$ref").asText());
        if (!references.old().isEmpty() && !compared.add(references)) {
            return;
        }
        var earlier = resolved(old, before);
        var later = resolved(now, after);
        types(direction, where, earlier, later);
        values(direction, where, earlier, later);
        required(direction, where, earlier, later);
        if (direction == Direction.REQUEST) {
            bounds(where, earlier, later);
        }
        properties(direction, where, earlier, later);
        if (earlier.has("items")) {
            compare(direction, where + "[]", earlier.path("items"), later.path("items"));
        }
        if (earlier.path("additionalProperties").isObject()) {
            compare(direction, where + "{}", earlier.path("additionalProperties"), later.path("additionalProperties"));
        }
        for (var combined : List.of("oneOf", "anyOf", "allOf")) {
            alternatives(direction, where, earlier.path(combined), later.path(combined));
        }
    }

    private void types(Direction direction, String where, JsonNode before, JsonNode after) {
        var earlier = texts(before.path("type"));
        var later = texts(after.path("type"));
        boolean fits = direction == Direction.REQUEST ? covers(later, earlier) : covers(earlier, later);
        if (!fits) {
            breakages.add(where + ": was of type " + earlier + ", is " + later);
        }
        var format = before.path("format").asText();
        if (!after.path("format").asText().equals(format) && !format.isEmpty()) {
            breakages.add(where + ": was of format " + format + ", is " + after.path("format"));
        }
    }

    /** Whether everything of the one set of types is in the other; no type at all is every type. */
    private static boolean covers(Set<String> types, Set<String> others) {
        return types.isEmpty()
                || (!others.isEmpty()
                        && others.stream()
                                .allMatch(type ->
                                        types.contains(type) || (type.equals("integer") && types.contains("number"))));
    }

    private void values(Direction direction, String where, JsonNode before, JsonNode after) {
        var gone = texts(before.path("enum"));
        if (gone.isEmpty()) {
            if (direction == Direction.REQUEST && after.has("enum")) {
                breakages.add(where + ": only some values are taken now: " + texts(after.path("enum")));
            }
        } else if (after.has("enum")) {
            gone.removeAll(texts(after.path("enum")));
            gone.forEach(value -> breakages.add(where + ": value " + value + " is gone"));
        }
    }

    private void required(Direction direction, String where, JsonNode before, JsonNode after) {
        var earlier = texts(before.path("required"));
        var later = texts(after.path("required"));
        if (direction == Direction.REQUEST) {
            later.removeAll(earlier);
            later.forEach(name -> breakages.add(where + "." + name + ": is required now"));
        } else {
            earlier.removeAll(later);
            earlier.forEach(name -> breakages.add(where + "." + name + ": may be absent now"));
        }
    }

    private void bounds(String where, JsonNode before, JsonNode after) {
        UPPER_BOUNDS.stream()
                .filter(after::has)
                .filter(bound -> !before.has(bound)
                        || after.path(bound).asDouble() < before.path(bound).asDouble())
                .forEach(bound -> breakages.add(where + ": " + bound + " is " + after.path(bound) + " now"));
        LOWER_BOUNDS.stream()
                .filter(after::has)
                .filter(bound ->
                        after.path(bound).asDouble() > before.path(bound).asDouble(0))
                .forEach(bound -> breakages.add(where + ": " + bound + " is " + after.path(bound) + " now"));
    }

    private void properties(Direction direction, String where, JsonNode before, JsonNode after) {
        before.path("properties").properties().forEach(property -> {
            var place = where + "." + property.getKey();
            var still = after.path("properties").path(property.getKey());
            if (still.isMissingNode()) {
                breakages.add(place + ": is gone");
            } else {
                compare(direction, place, property.getValue(), still);
            }
        });
    }

    /** By their place: alternatives are added at the end. */
    private void alternatives(Direction direction, String where, JsonNode before, JsonNode after) {
        for (int place = 0; place < before.size(); place++) {
            if (place < after.size()) {
                compare(direction, where, before.get(place), after.get(place));
            } else {
                breakages.add(where + ": an alternative is gone");
            }
        }
    }

    private static Set<String> texts(JsonNode node) {
        return (node.isArray() ? node.valueStream() : Stream.of(node))
                .filter(value -> !value.isMissingNode())
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
