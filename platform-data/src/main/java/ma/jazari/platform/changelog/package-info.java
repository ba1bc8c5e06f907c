@NullMarked
package ma.jazari.platform.changelog;

import org.jspecify.annotations.NullMarked;
