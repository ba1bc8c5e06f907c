/** What proves who agreed to a text of a convention, bundled so that it can be verified without the registry. */
@NullMarked
package ma.jazari.partnerships.evidence;

import org.jspecify.annotations.NullMarked;
