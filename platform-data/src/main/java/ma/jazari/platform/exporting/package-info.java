/** Records of a table as a file: a snapshot that is written as fast as its client reads, and says where it stands in the feed. */
@NullMarked
package ma.jazari.platform.exporting;

import org.jspecify.annotations.NullMarked;
