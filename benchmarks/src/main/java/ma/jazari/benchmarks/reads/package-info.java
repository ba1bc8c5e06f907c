/** Reads by id against a server that does nothing. */
@NullMarked
package ma.jazari.benchmarks.reads;

import org.jspecify.annotations.NullMarked;
