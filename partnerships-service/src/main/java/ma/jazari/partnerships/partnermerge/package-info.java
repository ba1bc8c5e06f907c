/** The moves of partners through their lifecycle, and what a merge carries over. */
@NullMarked
package ma.jazari.partnerships.partnermerge;

import org.jspecify.annotations.NullMarked;
