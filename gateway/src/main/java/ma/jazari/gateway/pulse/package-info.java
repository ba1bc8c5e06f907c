/** How far the services' logs have come: what tells that something has happened, and costs next to nothing to ask. */
@NullMarked
package ma.jazari.gateway.pulse;

import org.jspecify.annotations.NullMarked;
