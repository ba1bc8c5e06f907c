/** The keys that parties publish to sign with, and signatures made with them. */
@NullMarked
package ma.jazari.partnerships.partykey;

import org.jspecify.annotations.NullMarked;
