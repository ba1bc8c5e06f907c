package ma.jazari.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes one description of those of the parts. What two parts say about the same thing must be the same, or the merge
 * fails and names both: a client sees one registry.
 */
public final class OpenApiMerge {

    /** The parts, in the order in which their tags appear. */
    public static final List<String> PARTS =
            List.of("gateway", "institutes-service", "partnerships-service", "events-service");

    private static final String GATEWAY = PARTS.getFirst();
    // Every part serves these; clients see the gateway's.
    private static final Set<String> COMPOSED = Set.of("/v1/changes", "/v1/changes/snapshot");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();
    private final Map<String, Map<String, Said>> components = new TreeMap<>();
    private final Map<String, Said> tags = new LinkedHashMap<>();
    private final Map<String, String> operations = new TreeMap<>();

    private record Said(String part, JsonNode content) {}

    private OpenApiMerge() {}

    /**
     * The merged description.
     *
     * @param descriptions of the parts, by name; one that is missing is left out
     * @throws IllegalStateException if two parts contradict each other
     */
    public static ObjectNode merge(Map<String, ObjectNode> descriptions) {
        var merge = new OpenApiMerge();
        for (var part : PARTS) {
            var description = descriptions.get(part);
            if (description != null) {
                merge.add(part, description);
            }
        }
        return merge.result();
    }

    private void add(String part, ObjectNode description) {
        var own = description.deepCopy();
        if (!part.equals(GATEWAY) && own.get("paths") instanceof ObjectNode served) {
            served.remove(COMPOSED);
        }
        own.path("paths").properties().forEach(path -> addPath(part, path.getKey(), path.getValue()));
        var used = References.reachable(own);
        own.path("components").properties().forEach(section -> section.getValue()
                .properties()
                .forEach(component -> addComponent(part, section.getKey(), component, used)));
        var usedTags = References.tags(own);
        own.path("tags").forEach(tag -> {
            if (usedTags.contains(tag.path("name").asText())) {
                addTag(part, Registry.described(tag));
            }
        });
    }

    private void addPath(String part, String path, JsonNode item) {
        var merged = paths.withObjectProperty(path);
        item.properties().forEach(entry -> {
            if (merged.has(entry.getKey()) && !merged.get(entry.getKey()).equals(entry.getValue())) {
                throw new IllegalStateException(
                        part + " describes " + entry.getKey() + " " + path + ", and so does another part");
            }
            if (METHODS.contains(entry.getKey())) {
                addOperation(part, path, entry.getValue());
            }
            merged.set(entry.getKey(), entry.getValue());
        });
    }

    private void addOperation(String part, String path, JsonNode operation) {
        var id = operation.path("operationId").textValue();
        if (id == null) {
            throw new IllegalStateException(part + ": an operation of " + path + " has no operationId");
        }
        var other = operations.put(id, part + " " + path);
        if (other != null) {
            throw new IllegalStateException(
                    "operationId " + id + " is used twice: by " + other + " and by " + part + " " + path);
        }
    }

    private void addComponent(String part, String section, Map.Entry<String, JsonNode> component, Set<String> used) {
        var name = component.getKey();
        if (section.equals("securitySchemes") || used.contains(References.to(section, name))) {
            var known = components.computeIfAbsent(section, ignored -> new TreeMap<>());
            agree(
                    known.putIfAbsent(name, new Said(part, component.getValue())),
                    part,
                    section + "/" + name,
                    component.getValue());
        }
    }

    private void addTag(String part, JsonNode tag) {
        var name = tag.path("name").asText();
        agree(tags.putIfAbsent(name, new Said(part, tag)), part, "tags/" + name, tag);
    }

    private static void agree(@Nullable Said earlier, String part, String what, JsonNode content) {
        if (earlier != null && !earlier.content().equals(content)) {
            throw new IllegalStateException(what + " is described differently by " + earlier.part() + " and by " + part
                    + ": " + earlier.content() + " and " + content);
        }
    }

    private ObjectNode result() {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("openapi", "3.1.0");
        root.set("info", Registry.info());
        root.set("externalDocs", Registry.guides());
        root.putArray("servers").addObject().put("url", "/");
        root.set("security", Registry.security());
        root.set("tags", tags());
        root.set("paths", paths);
        var merged = root.putObject("components");
        components.forEach((section, named) -> {
            var target = merged.putObject(section);
            named.forEach((name, said) -> target.set(name, said.content()));
        });
        return Sorted.byKey(root, List.of("paths", "components"));
    }

    private ArrayNode tags() {
        var all = JsonNodeFactory.instance.arrayNode();
        tags.values().forEach(said -> all.add(said.content()));
        return all;
    }
}
