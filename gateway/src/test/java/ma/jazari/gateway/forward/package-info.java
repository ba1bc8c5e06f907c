@NullMarked
package ma.jazari.gateway.forward;

import org.jspecify.annotations.NullMarked;
