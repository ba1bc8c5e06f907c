/** How long a change takes from its commit to a consumer, against Kafka alone. */
@NullMarked
package ma.jazari.benchmarks.delay;

import org.jspecify.annotations.NullMarked;
