/** What somebody types who looks for a record, well or badly. */
@NullMarked
package ma.jazari.benchmarks.questions;

import org.jspecify.annotations.NullMarked;
