@NullMarked
package ma.jazari.gateway.health;

import org.jspecify.annotations.NullMarked;
