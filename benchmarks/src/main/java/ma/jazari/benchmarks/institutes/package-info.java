/** Searches, lists, import and export of institutes, at the size of the samples and of a large registry. */
@NullMarked
package ma.jazari.benchmarks.institutes;

import org.jspecify.annotations.NullMarked;
