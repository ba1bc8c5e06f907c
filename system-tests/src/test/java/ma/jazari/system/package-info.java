/** The whole system as its users meet it: through the gateway, with tokens of the real Keycloak. */
@NullMarked
package ma.jazari.system;

import org.jspecify.annotations.NullMarked;
