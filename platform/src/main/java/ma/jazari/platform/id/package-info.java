@NullMarked
package ma.jazari.platform.id;

import org.jspecify.annotations.NullMarked;
