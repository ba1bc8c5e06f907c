@NullMarked
package ma.jazari.gateway.http;

import org.jspecify.annotations.NullMarked;
