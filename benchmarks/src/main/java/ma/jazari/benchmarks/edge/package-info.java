/** The gateway beside other proxies, and what only it does: the overview, the change feed, streams, large bodies. */
@NullMarked
package ma.jazari.benchmarks.edge;

import org.jspecify.annotations.NullMarked;
