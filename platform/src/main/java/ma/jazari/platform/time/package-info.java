@NullMarked
package ma.jazari.platform.time;

import org.jspecify.annotations.NullMarked;
