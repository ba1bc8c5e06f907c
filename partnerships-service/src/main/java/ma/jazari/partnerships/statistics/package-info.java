/** What conventions amount to: how many there are of each kind, with whom, since when and until when, and what waits. */
@NullMarked
package ma.jazari.partnerships.statistics;

import org.jspecify.annotations.NullMarked;
