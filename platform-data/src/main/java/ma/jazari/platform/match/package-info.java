/** Which record a text means that somebody wrote without looking it up: an affiliation, a letterhead, a cell of a table. */
@NullMarked
package ma.jazari.platform.match;

import org.jspecify.annotations.NullMarked;
