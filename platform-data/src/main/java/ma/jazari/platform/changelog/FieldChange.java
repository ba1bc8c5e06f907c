package ma.jazari.platform.changelog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two states of a record; arrays are compared whole.
 *
 * @param pointer JSON Pointer (RFC 6901)
 * @param from the value before; absent if it was added
 * @param to the value after; absent if it was removed
 */
public record FieldChange(
        @Schema(examples = "/status") String pointer,
        @Schema(
                        implementation = Object.class,
                        description = "Any JSON value; absent if it was added",
                        examples = "ACTIVE")
                @Nullable JsonNode from,
        @Schema(
                        implementation = Object.class,
                        description = "Any JSON value; absent if it was removed",
                        examples = "SUSPENDED")
                @Nullable JsonNode to) {

    // What an entry of the history says itself.
    private static final Set<String> VERSION_AND_TIME = Set.of("/version", "/updatedAt");

    /** What changed of a record but its version and the time of the change, ordered by pointer. */
    static List<FieldChange> ofRecord(ObjectNode before, ObjectNode after) {
        return between(before, after).stream()
                .filter(change -> !VERSION_AND_TIME.contains(change.pointer()))
                .toList();
    }

    /** What differs, ordered by pointer. */
    public static List<FieldChange> between(ObjectNode before, ObjectNode after) {
        var changes = new ArrayList<FieldChange>();
        collect("", before, after, changes);
        return changes;
    }

    private static void collect(String path, ObjectNode before, ObjectNode after, List<FieldChange> changes) {
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var pointer = path + "/" + name.replace("~", "~0").replace("/", "~1");
            var from = before.get(name);
            var to = after.get(name);
            if (from instanceof ObjectNode left && to instanceof ObjectNode right) {
                collect(pointer, left, right, changes);
            } else if (!Objects.equals(from, to)) {
                changes.add(new FieldChange(pointer, from, to));
            }
        }
    }
}
