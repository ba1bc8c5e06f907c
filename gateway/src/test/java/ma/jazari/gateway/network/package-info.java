@NullMarked
package ma.jazari.gateway.network;

import org.jspecify.annotations.NullMarked;
