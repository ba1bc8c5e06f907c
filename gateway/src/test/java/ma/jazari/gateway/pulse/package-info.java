@NullMarked
package ma.jazari.gateway.pulse;

import org.jspecify.annotations.NullMarked;
