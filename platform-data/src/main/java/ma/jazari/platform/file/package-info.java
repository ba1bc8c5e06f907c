/** Files that records have: what may be one, and its bytes, streamed from the client to the database and back. */
@NullMarked
package ma.jazari.platform.file;

import org.jspecify.annotations.NullMarked;
