package ma.jazari.benchmarks.delay;

import java.time.Instant;

/**
 * One change from the wish to the consumer.
 *
 * @param due when it was to be sent
 * @param changedAt when its producer says it was made; just before the commit
 * @param confirmed when the writer had the answer; just after the commit
 * @param received when the consumer had its message
 */
record Journey(Instant due, Instant changedAt, Instant confirmed, Instant received) {}
