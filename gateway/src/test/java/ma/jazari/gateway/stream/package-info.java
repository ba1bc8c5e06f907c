@NullMarked
package ma.jazari.gateway.stream;

import org.jspecify.annotations.NullMarked;
