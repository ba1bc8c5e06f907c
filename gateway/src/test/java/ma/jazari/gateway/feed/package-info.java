@NullMarked
package ma.jazari.gateway.feed;

import org.jspecify.annotations.NullMarked;
