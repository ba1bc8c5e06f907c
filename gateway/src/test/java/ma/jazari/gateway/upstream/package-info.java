@NullMarked
package ma.jazari.gateway.upstream;

import org.jspecify.annotations.NullMarked;
