/** What it takes to draft, propose and approve conventions. */
@NullMarked
package ma.jazari.benchmarks.conventions;

import org.jspecify.annotations.NullMarked;
