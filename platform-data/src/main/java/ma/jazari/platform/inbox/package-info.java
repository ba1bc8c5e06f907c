@NullMarked
package ma.jazari.platform.inbox;

import org.jspecify.annotations.NullMarked;
