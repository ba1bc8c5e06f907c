@NullMarked
package ma.jazari.platform.relay;

import org.jspecify.annotations.NullMarked;
