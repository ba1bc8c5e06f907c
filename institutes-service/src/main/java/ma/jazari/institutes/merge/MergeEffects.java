package ma.jazari.institutes.merge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.jazari.institutes.institute.Institute;
import org.jspecify.annotations.Nullable;

/**
 * What a merge did, as it is kept for taking it back.
 *
 * @param touched the ids of all records that it changed, and of the successor's former parent
 * @param children that got the successor as their parent
 * @param parentBefore the successor's, where it stood below the source; null where it kept its own
 * @param parentAfter the parent that it got then
 * @param droppedParts the rows of competencies that were dropped
 * @param droppedRelationships the rows of relationships that were dropped, in both directions
 * @param predecessorLink the two rows that link the successor to the source; empty where it was linked before
 * @param sourceVersion of the source's record after the merge
 * @param successorVersion of the successor's record after the merge
 */
record MergeEffects(
        List<String> touched,
        List<String> children,
        @Nullable String parentBefore,
        @Nullable String parentAfter,
        List<Part> parts,
        List<Relationship> relationships,
        ArrayNode droppedParts,
        ArrayNode droppedRelationships,
        List<UUID> predecessorLink,
        Gains gains,
        long sourceVersion,
        long successorVersion) {

    /**
     * The rows that a merge dropped, and the ids of those that it added.
     *
     * @param parts of competencies
     * @param relationships in both directions
     * @param link of the successor to its predecessor
     */
    record Moved(ArrayNode parts, ArrayNode relationships, List<UUID> link) {}

    /** @param pair the source and the successor after the merge */
    static MergeEffects of(MergePlan plan, Moved moved, @Nullable String parentBefore, List<Institute> pair) {
        var successor = pair.getLast();
        var both = Stream.concat(pair.stream().map(Institute::id), Stream.ofNullable(parentBefore));
        return new MergeEffects(
                Stream.concat(both, plan.others(successor.id()).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                plan.children(),
                parentBefore,
                plan.successorParent(),
                plan.parts(),
                plan.relationships(),
                moved.parts(),
                moved.relationships(),
                moved.link(),
                plan.gains(),
                pair.getFirst().version(),
                successor.version());
    }
}
