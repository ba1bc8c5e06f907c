/** Signatures of conventions, by key or in ink. */
@NullMarked
package ma.jazari.partnerships.signing;

import org.jspecify.annotations.NullMarked;
