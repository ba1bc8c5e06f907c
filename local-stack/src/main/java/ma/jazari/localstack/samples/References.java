package ma.jazari.localstack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import ma.jazari.localstack.LocalStackException;

/** Puts ids in place of references. */
record References(Map<String, String> ids) {

    /** A copy of the record in which every text {@code @institute:fes} is that institute's id. */
    JsonNode resolve(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var resolved = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> resolved.set(field.getKey(), resolve(field.getValue())));
                yield resolved;
            }
            case ArrayNode array -> {
                var resolved = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> resolved.add(resolve(element)));
                yield resolved;
            }
            default -> isReference(node) ? JsonNodeFactory.instance.textNode(resolve(node.asText())) : node;
        };
    }

    String resolve(String reference) {
        var id = ids.get(reference.substring(1));
        if (id == null) {
            throw new LocalStackException("The samples refer to " + reference + ", which does not come before.");
        }
        return id;
    }

    private static boolean isReference(JsonNode node) {
        return node.isTextual() && node.asText().startsWith("@");
    }
}
