package ma.jazari.institutes.merge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a merge did, as it is kept for taking it back.
 *
 * @param touched the ids of all records that it changed
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
        long successorVersion) {}
