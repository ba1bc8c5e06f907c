package ma.jazari.partnerships.convention;

import java.time.Instant;
import java.time.LocalDate;
import ma.jazari.partnerships.lifecycle.Assent;
import org.jspecify.annotations.Nullable;

/**
 * One numbered, immutable text of a convention, and what became of it.
 *
 * @param canonical the canonical form that the digest is over
 * @param digest lower-case hex
 * @param assent what was said to it
 * @param inForceTo the day on which it was replaced or ended; null where it is in force, or never was
 */
record Revision(
        String conventionId,
        int number,
        String canonical,
        String digest,
        boolean southSouth,
        Instant proposedAt,
        RevisionState state,
        Assent assent,
        @Nullable LocalDate inForceTo) {}
