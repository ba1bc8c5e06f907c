package ma.jazari.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/** Which components and tags a description uses. */
final class References {

    private static final String COMPONENTS = "#/components/";

    private References() {}

    static String to(String section, String name) {
        return COMPONENTS + section + "/" + name;
    }

    /** The components that its paths lead to, directly or through others. */
    static Set<String> reachable(ObjectNode description) {
        var found = new HashSet<String>();
        var open = new ArrayDeque<JsonNode>();
        open.add(description.path("paths"));
        while (!open.isEmpty()) {
            for (var reference : open.remove().findValuesAsText("$ref")) {
                if (reference.startsWith(COMPONENTS) && found.add(reference)) {
                    open.add(description.at(reference.substring(1)));
                }
            }
        }
        return found;
    }

    /** The tags that its operations have. */
    static Set<String> tags(ObjectNode description) {
        var found = new HashSet<String>();
        description
                .path("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("tags").forEach(tag -> found.add(tag.asText()))));
        return found;
    }
}
