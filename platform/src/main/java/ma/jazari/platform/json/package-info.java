@NullMarked
package ma.jazari.platform.json;

import org.jspecify.annotations.NullMarked;
