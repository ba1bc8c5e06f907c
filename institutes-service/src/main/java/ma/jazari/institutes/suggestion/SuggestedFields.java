package ma.jazari.institutes.suggestion;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A merge patch value by value: objects are descended into, arrays are taken whole, as the history does. */
final class SuggestedFields {

    private SuggestedFields() {}

    /** The values that the patch names, beside those that two states of the institute have in their place. */
    static List<SuggestedField> of(ObjectNode patch, ObjectNode base, ObjectNode current) {
        return pointers(patch).stream()
                .map(pointer -> SuggestedField.of(pointer, at(base, pointer), at(current, pointer), at(patch, pointer)))
                .toList();
    }

    /** The patch with each of its values as the state has it: what it would set, in the form in which it is kept. */
    static ObjectNode valuesOf(ObjectNode patch, ObjectNode state) {
        return valuesOf("", patch, state);
    }

    private static ObjectNode valuesOf(String path, ObjectNode patch, ObjectNode state) {
        var values = patch.objectNode();
        patch.properties().forEach(property -> {
            var pointer = path + "/" + property.getKey();
            var value = isLeaf(property.getValue())
                    ? at(state, pointer)
                    : valuesOf(pointer, (ObjectNode) property.getValue(), state);
            values.set(property.getKey(), value == null ? NullNode.instance : value);
        });
        return values;
    }

    private static List<String> pointers(ObjectNode patch) {
        var pointers = new ArrayList<String>();
        collect("", patch, pointers);
        pointers.sort(String::compareTo);
        return pointers;
    }

    private static void collect(String path, ObjectNode patch, List<String> pointers) {
        patch.properties().forEach(property -> {
            var pointer = path + "/" + property.getKey();
            if (isLeaf(property.getValue())) {
                pointers.add(pointer);
            } else {
                collect(pointer, (ObjectNode) property.getValue(), pointers);
            }
        });
    }

    private static boolean isLeaf(JsonNode value) {
        return !(value instanceof ObjectNode) || value.isEmpty();
    }

    private static @Nullable JsonNode at(ObjectNode state, String pointer) {
        var value = state.at(JsonPointer.compile(pointer));
        return value.isMissingNode() || value.isNull() ? null : value;
    }
}
