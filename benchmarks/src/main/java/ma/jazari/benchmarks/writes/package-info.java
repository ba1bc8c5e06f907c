/** Writes against the same inserts by the database alone. */
@NullMarked
package ma.jazari.benchmarks.writes;

import org.jspecify.annotations.NullMarked;
