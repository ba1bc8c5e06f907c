/** The check of the log of partners and conventions. */
@NullMarked
package ma.jazari.partnerships.integrity;

import org.jspecify.annotations.NullMarked;
