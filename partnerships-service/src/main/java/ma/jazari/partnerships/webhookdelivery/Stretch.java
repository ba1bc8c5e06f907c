package ma.jazari.partnerships.webhookdelivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was heard that goes into a queue.
 *
 * @param after the ordinal that it begins after
 * @param through the last ordinal that belongs to it
 * @param afterSeq with {@code afterSource} the place in the network's order that it begins after; null for any
 * @param from changes from then on; null for any
 * @param to changes before then; null for any
 * @param again whether what was queued before is queued again
 * @param undeliveredOnly whether only what was not delivered is
 */
record Stretch(
        long after,
        long through,
        @Nullable Long afterSeq,
        @Nullable String afterSource,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean again,
        boolean undeliveredOnly) {

    /** All that is new to a webhook. */
    static Stretch isNew(long after, long through) {
        return new Stretch(after, through, null, null, null, null, false, false);
    }
}
