package ma.jazari.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the parts of a description that have no order of their own into one. */
final class Sorted {

    private Sorted() {}

    /** The tree with the entries of these members in the order of their names, two levels deep. */
    static ObjectNode byKey(ObjectNode tree, List<String> members) {
        var copy = tree.deepCopy();
        for (var member : members) {
            if (copy.get(member) instanceof ObjectNode section) {
                copy.set(member, byKey(section));
            }
        }
        return copy;
    }

    private static ObjectNode byKey(ObjectNode section) {
        var sorted = section.objectNode();
        names(section).forEach((name, value) -> sorted.set(name, value.isObject() ? oneLevel(value) : value));
        return sorted;
    }

    private static ObjectNode oneLevel(JsonNode value) {
        var sorted = ((ObjectNode) value).objectNode();
        names((ObjectNode) value).forEach(sorted::set);
        return sorted;
    }

    private static Map<String, JsonNode> names(ObjectNode node) {
        var names = new TreeMap<String, JsonNode>();
        node.properties().forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }
}
