/** Measures the running registry against floors in the same run. */
@NullMarked
package ma.jazari.benchmarks;

import org.jspecify.annotations.NullMarked;
