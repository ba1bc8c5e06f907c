@NullMarked
package ma.jazari.gateway.limit;

import org.jspecify.annotations.NullMarked;
