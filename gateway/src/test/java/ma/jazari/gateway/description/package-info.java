@NullMarked
package ma.jazari.gateway.description;

import org.jspecify.annotations.NullMarked;
