package ma.jazari.gateway.http;

import java.util.Set;

/**
 * The partnerships service names other revoked clients than before.
 *
 * @param ids all whose tokens are refused from now on
 */
public record ClientsRevoked(Set<String> ids) {}
