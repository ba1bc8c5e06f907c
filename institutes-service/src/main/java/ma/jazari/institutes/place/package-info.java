/** The places of the network, by whatever name they are called. */
@NullMarked
package ma.jazari.institutes.place;

import org.jspecify.annotations.NullMarked;
