/** Credentials of partners' systems: clients of the realm in Keycloak, which the registry makes and takes away. */
@NullMarked
package ma.jazari.partnerships.client;

import org.jspecify.annotations.NullMarked;
