package ma.jazari.system.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The registry's OpenAPI description, as the gateway serves it. */
final class Description {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private final JsonNode document;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    Description(JsonNode document) {
        this.document = document;
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation ->
                        operations.add(new Operation(this, path.getKey(), operation.getKey(), operation.getValue()))));
        return operations;
    }

    /** The methods of a path, in small letters. */
    List<String> methods(String path) {
        return METHODS.stream().filter(document.path("paths").path(path)::has).toList();
    }

    /** Those of all paths that it may be, as {@code /v1/partners/match} may be one with an id. */
    Set<String> methodsOfAllThatFit(String path) {
        var methods = new HashSet<String>();
        document.path("paths").fieldNames().forEachRemaining(other -> {
            if (path.matches(PARAMETER.matcher(other).replaceAll("[^/]+"))) {
                methods.addAll(methods(other));
            }
        });
        return methods;
    }

    /** The node itself, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolve(document.at(reference.substring(1)));
    }

    /** What the schema has against the text; empty if it fits. */
    List<String> violations(JsonNode schema, String json) {
        return compiled.computeIfAbsent(schema, this::compile).validate(json, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    // References point into the whole.
    private Schema compile(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("components", document.path("components"));
        whole.set("allOf", JsonNodeFactory.instance.arrayNode().add(schema));
        return SCHEMAS.getSchema(whole.toString(), InputFormat.JSON);
    }
}
