package ma.jazari.institutes.merge;

import java.time.Instant;

/** A move of what belongs to one institute to another. */
record Move(String from, String to, Instant at) {}
