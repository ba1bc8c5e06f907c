/** Secrets that the service must be able to read again, as they lie in its database: sealed. */
@NullMarked
package ma.jazari.partnerships.sealing;

import org.jspecify.annotations.NullMarked;
