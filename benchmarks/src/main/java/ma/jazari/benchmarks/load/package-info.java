/** Load, closed loop and open loop, and what was measured of it. */
@NullMarked
package ma.jazari.benchmarks.load;

import org.jspecify.annotations.NullMarked;
