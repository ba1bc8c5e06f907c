@NullMarked
package ma.jazari.gateway;

import org.jspecify.annotations.NullMarked;
