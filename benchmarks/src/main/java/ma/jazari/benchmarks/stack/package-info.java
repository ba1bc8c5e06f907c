/** The registry that is measured. */
@NullMarked
package ma.jazari.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
