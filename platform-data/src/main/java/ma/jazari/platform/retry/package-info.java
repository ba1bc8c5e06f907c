@NullMarked
package ma.jazari.platform.retry;

import org.jspecify.annotations.NullMarked;
