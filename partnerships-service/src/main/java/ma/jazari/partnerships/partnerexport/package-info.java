/** Partners as files. */
@NullMarked
package ma.jazari.partnerships.partnerexport;

import org.jspecify.annotations.NullMarked;
