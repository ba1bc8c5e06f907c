package ma.jazari.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A JSON Merge Patch (RFC 7396): what is named changes, null removes, arrays are replaced whole. */
@Schema(
        type = SchemaType.OBJECT,
        additionalProperties = Schema.True.class,
        description = "A JSON Merge Patch (RFC 7396) of the writable properties")
public record MergePatch(@Schema(hidden = true) ObjectNode patch) implements JsonRequest {

    /** A copy of the target with the patch applied. */
    public ObjectNode applyTo(ObjectNode target) {
        return merge(target.deepCopy(), patch);
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(change -> {
            var name = change.getKey();
            switch (change.getValue()) {
                case JsonNode value when value.isNull() -> target.remove(name);
                case ObjectNode nested -> target.set(name, merge(objectAt(target, name), nested));
                case JsonNode value -> target.set(name, value);
            }
        });
        return target;
    }

    private static ObjectNode objectAt(ObjectNode target, String name) {
        return target.get(name) instanceof ObjectNode object ? object : target.objectNode();
    }
}
