package ma.jazari.institutes.merge;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import ma.jazari.institutes.institute.InstituteStatus;

/**
 * A merge that is in force.
 *
 * @param sourceStatus what the source was before
 */
record Merge(
        UUID id,
        String sourceId,
        String successorId,
        InstituteStatus sourceStatus,
        Instant mergedAt,
        String mergedBy,
        MergeEffects effects) {

    /** When it cannot be taken back any more. */
    Instant undoEnds(Duration undoWithin) {
        return mergedAt.plus(undoWithin);
    }
}
