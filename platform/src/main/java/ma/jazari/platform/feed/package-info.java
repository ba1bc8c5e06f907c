@NullMarked
package ma.jazari.platform.feed;

import org.jspecify.annotations.NullMarked;
