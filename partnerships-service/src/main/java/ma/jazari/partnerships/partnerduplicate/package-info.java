/** Partners that look like others. */
@NullMarked
package ma.jazari.partnerships.partnerduplicate;

import org.jspecify.annotations.NullMarked;
