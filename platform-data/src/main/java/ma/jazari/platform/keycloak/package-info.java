/** The admin API of the realm, where services keep accounts and clients. */
@NullMarked
package ma.jazari.platform.keycloak;

import org.jspecify.annotations.NullMarked;
