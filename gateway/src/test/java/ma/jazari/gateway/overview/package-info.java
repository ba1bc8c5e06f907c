@NullMarked
package ma.jazari.gateway.overview;

import org.jspecify.annotations.NullMarked;
