/** Files of conventions over HTTP. */
@NullMarked
package ma.jazari.partnerships.attaching;

import org.jspecify.annotations.NullMarked;
