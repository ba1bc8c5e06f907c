package ma.jazari.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The AsyncAPI description with the schemas that it refers to in itself, so that it can be read alone. */
public final class AsyncApi {

    private static final Pattern SCHEMA_FILE = Pattern.compile("\\.\\./schemas/([a-z-]+\\.v\\d+)\\.json");
    private static final String COMPONENT = "#/components/schemas/";

    private AsyncApi() {}

    /** The names of the schemas that a description refers to, such as {@code institute.v1}. */
    public static Set<String> schemas(ObjectNode description) {
        var names = new TreeSet<String>();
        for (var reference : description.findValuesAsText("$ref")) {
            var file = SCHEMA_FILE.matcher(reference);
            if (file.matches()) {
                names.add(file.group(1));
            }
        }
        return names;
    }

    /**
     * The description with its schemas as components of their own.
     *
     * @param schema gives the schema of a name
     */
    public static ObjectNode bundle(ObjectNode description, Function<String, ObjectNode> schema) {
        var bundled = description.deepCopy();
        refer(bundled, reference -> SCHEMA_FILE.matcher(reference).replaceFirst(COMPONENT + "$1"));
        var components = bundled.withObject("/components/schemas");
        for (var name : schemas(description)) {
            var own = schema.apply(name).deepCopy();
            // A component is found by its place, and is of the dialect of the description.
            own.remove(Set.of("$schema", "$id"));
            refer(own, reference -> reference.replaceFirst("^#/", COMPONENT + name + "/"));
            components.set(name, own);
        }
        return bundled;
    }

    private static void refer(JsonNode node, Function<String, String> change) {
        if (node instanceof ObjectNode object) {
            var reference = object.path("$ref").textValue();
            if (reference != null) {
                object.put("$ref", change.apply(reference));
            }
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> refer(child, change));
        }
    }
}
