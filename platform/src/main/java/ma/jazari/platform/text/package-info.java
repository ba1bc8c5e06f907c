@NullMarked
package ma.jazari.platform.text;

import org.jspecify.annotations.NullMarked;
