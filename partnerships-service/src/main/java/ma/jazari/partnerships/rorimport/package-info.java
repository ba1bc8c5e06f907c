/** Dumps of ROR as partners: from the bytes of a file to a report, in batches. */
@NullMarked
package ma.jazari.partnerships.rorimport;

import org.jspecify.annotations.NullMarked;
