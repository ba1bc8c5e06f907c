/** The changes of the whole network as they are heard here, in an order that webhooks are served by. */
@NullMarked
package ma.jazari.partnerships.heard;

import org.jspecify.annotations.NullMarked;
