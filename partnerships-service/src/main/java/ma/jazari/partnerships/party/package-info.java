/** What is known of organisations, be they institutes or partners. */
@NullMarked
package ma.jazari.partnerships.party;

import org.jspecify.annotations.NullMarked;
