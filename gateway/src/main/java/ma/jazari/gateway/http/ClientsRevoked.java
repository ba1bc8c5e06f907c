package ma.jazari.gateway.http;

import java.util.Set;

/**
 * The clients whose tokens are refused from now on are others than before.
 *
 * @param ids of all of them, those of before among them
 */
public record ClientsRevoked(Set<String> ids) {}
