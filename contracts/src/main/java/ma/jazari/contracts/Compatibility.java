package ma.jazari.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What of a description breaks clients that were made from an earlier one. Additions do not: operations, parameters and
 * properties that may be left out, statuses, media types, values of an enum.
 */
public final class Compatibility {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private final ObjectNode old;
    private final ObjectNode now;
    private final Set<String> breakages = new LinkedHashSet<>();
    private final SchemaCompatibility schemas;

    private Compatibility(ObjectNode old, ObjectNode now) {
        this.old = old;
        this.now = now;
        this.schemas = new SchemaCompatibility(old, now, breakages);
    }

    /** Each breakage in one line that begins with the operation it was found by; empty when clients go on as before. */
    public static List<String> breakages(ObjectNode old, ObjectNode now) {
        var comparison = new Compatibility(old, now);
        old.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> comparison.operation(path.getKey(), operation.getKey())));
        return List.copyOf(comparison.breakages);
    }

    private void operation(String path, String method) {
        var where = method.toUpperCase(Locale.ROOT) + " " + path;
        var before = old.path("paths").path(path);
        var after = now.path("paths").path(path);
        if (!after.has(method)) {
            breakages.add(where + ": the operation is gone");
            return;
        }
        if (isOpen(old, before.path(method)) && !isOpen(now, after.path(method))) {
            breakages.add(where + ": a token is needed now");
        }
        parameters(where, parameters(old, before, method), parameters(now, after, method));
        requestBody(where, before.path(method), after.path(method));
        responses(
                where, before.path(method).path("responses"), after.path(method).path("responses"));
    }

    private static boolean isOpen(ObjectNode description, JsonNode operation) {
        var security = operation.has("security") ? operation.path("security") : description.path("security");
        return security.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty);
    }

    private void parameters(String where, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        before.forEach((name, parameter) -> {
            var still = after.get(name);
            if (still == null) {
                breakages.add(where + ": parameter " + name + " is gone");
            } else {
                schemas.request(where + ": parameter " + name, parameter.path("schema"), still.path("schema"));
            }
        });
        after.forEach((name, parameter) -> {
            var earlier = before.get(name);
            if (isRequired(parameter) && (earlier == null || !isRequired(earlier))) {
                breakages.add(where + ": parameter " + name + " is required now");
            }
        });
    }

    private static Map<String, JsonNode> parameters(ObjectNode description, JsonNode item, String method) {
        var parameters = new LinkedHashMap<String, JsonNode>();
        for (var list : List.of(item.path("parameters"), item.path(method).path("parameters"))) {
            list.forEach(said -> {
                var parameter = SchemaCompatibility.resolved(description, said);
                parameters.put(
                        parameter.path("name").asText() + " in "
                                + parameter.path("in").asText(),
                        parameter);
            });
        }
        return parameters;
    }

    private void requestBody(String where, JsonNode before, JsonNode after) {
        var earlier = SchemaCompatibility.resolved(old, before.path("requestBody"));
        var later = SchemaCompatibility.resolved(now, after.path("requestBody"));
        if (isRequired(later) && !isRequired(earlier)) {
            breakages.add(where + ": a body is required now");
        }
        earlier.path("content").properties().forEach(content -> {
            var still = later.path("content").path(content.getKey());
            if (still.isMissingNode()) {
                breakages.add(where + ": " + content.getKey() + " is not taken any more");
            } else {
                schemas.request(where + ": request", content.getValue().path("schema"), still.path("schema"));
            }
        });
    }

    private void responses(String where, JsonNode before, JsonNode after) {
        before.properties().forEach(response -> {
            var status = response.getKey();
            var earlier = SchemaCompatibility.resolved(old, response.getValue());
            var later = SchemaCompatibility.resolved(now, after.path(status));
            if (!later.isMissingNode()) {
                response(where + ": answer " + status, earlier, later);
            } else if (status.startsWith("2") || status.startsWith("3")) {
                breakages.add(where + ": answer " + status + " is gone");
            }
        });
    }

    private void response(String where, JsonNode before, JsonNode after) {
        before.path("headers").fieldNames().forEachRemaining(header -> {
            if (!after.path("headers").has(header)) {
                breakages.add(where + ": header " + header + " is gone");
            }
        });
        before.path("content").properties().forEach(content -> {
            var still = after.path("content").path(content.getKey());
            if (still.isMissingNode()) {
                breakages.add(where + ": " + content.getKey() + " is gone");
            } else {
                schemas.response(where, content.getValue().path("schema"), still.path("schema"));
            }
        });
    }

    private static boolean isRequired(JsonNode node) {
        return node.path("required").asBoolean();
    }
}
