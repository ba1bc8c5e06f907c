@NullMarked
package ma.jazari.platform.record;

import org.jspecify.annotations.NullMarked;
