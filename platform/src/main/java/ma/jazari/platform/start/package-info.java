/** What has to be right before anything is served. */
@NullMarked
package ma.jazari.platform.start;

import org.jspecify.annotations.NullMarked;
