@NullMarked
package ma.jazari.gateway.observe;

import org.jspecify.annotations.NullMarked;
