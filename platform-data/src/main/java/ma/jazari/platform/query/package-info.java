@NullMarked
package ma.jazari.platform.query;

import org.jspecify.annotations.NullMarked;
