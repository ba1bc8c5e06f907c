/** Which institute is meant: by what somebody has typed so far, or by a text that somebody wrote. */
@NullMarked
package ma.jazari.institutes.match;

import org.jspecify.annotations.NullMarked;
