@NullMarked
package ma.jazari.platform.trace;

import org.jspecify.annotations.NullMarked;
