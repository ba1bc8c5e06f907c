/** Which partner is meant: by what somebody has typed so far, or by a text that somebody wrote. */
@NullMarked
package ma.jazari.partnerships.partnermatch;

import org.jspecify.annotations.NullMarked;
