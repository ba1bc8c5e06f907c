/** Records that have become part of others. */
@NullMarked
package ma.jazari.platform.succession;

import org.jspecify.annotations.NullMarked;
