@NullMarked
package ma.jazari.gateway.cache;

import org.jspecify.annotations.NullMarked;
