/** Evidence bundles of conventions, verified without the code that makes them. */
@NullMarked
package ma.jazari.platform.test.evidence;

import org.jspecify.annotations.NullMarked;
