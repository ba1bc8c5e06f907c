/** The running stack, and how a test talks to it. */
@NullMarked
package ma.jazari.system.harness;

import org.jspecify.annotations.NullMarked;
