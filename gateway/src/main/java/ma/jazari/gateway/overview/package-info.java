/** The network on one page: composed of what each service says of itself, whichever of them answer. */
@NullMarked
package ma.jazari.gateway.overview;

import org.jspecify.annotations.NullMarked;
