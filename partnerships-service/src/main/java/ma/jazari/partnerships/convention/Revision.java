package ma.jazari.partnerships.convention;

import java.time.Instant;

/**
 * One numbered, immutable text of a convention.
 *
 * @param canonical the canonical form that the digest is over
 * @param digest lower-case hex
 */
record Revision(String conventionId, int number, String canonical, String digest, Instant proposedAt) {}
