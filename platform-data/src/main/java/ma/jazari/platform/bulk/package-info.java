/** What files that come in and go out have to do with, whatever they hold. */
@NullMarked
package ma.jazari.platform.bulk;

import org.jspecify.annotations.NullMarked;
