/** Institutes to import in numbers: made up, or after the organisations of a ROR dump. */
@NullMarked
package ma.jazari.benchmarks.records;

import org.jspecify.annotations.NullMarked;
