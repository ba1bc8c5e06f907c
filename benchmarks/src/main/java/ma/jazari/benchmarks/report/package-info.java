/** Results as a table and as JSON. */
@NullMarked
package ma.jazari.benchmarks.report;

import org.jspecify.annotations.NullMarked;
