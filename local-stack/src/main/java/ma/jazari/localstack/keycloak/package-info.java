/** The realm {@code jazari} in the local Keycloak, and tokens from it. */
@NullMarked
package ma.jazari.localstack.keycloak;

import org.jspecify.annotations.NullMarked;
