@NullMarked
package ma.jazari.gateway.route;

import org.jspecify.annotations.NullMarked;
