/** The files of conventions: annexes, scans of what was signed by hand, evidence. */
@NullMarked
package ma.jazari.partnerships.attachment;

import org.jspecify.annotations.NullMarked;
