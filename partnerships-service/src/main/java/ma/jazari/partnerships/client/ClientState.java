package ma.jazari.partnerships.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the change log keeps of a client: never a secret.
 *
 * @param clientId the current one; an overlap ends without a change, so the one before is not here
 */
record ClientState(
        String id,
        String partnerId,
        String name,
        ClientAuthentication authentication,
        ClientStatus status,
        @Nullable String reason,
        @Nullable String clientId,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static ClientState of(PartnerClient client) {
        return new ClientState(
                client.id().toString(),
                client.partnerId(),
                client.name(),
                client.authentication(),
                client.status(),
                client.reason(),
                client.credentials().isEmpty()
                        ? null
                        : client.credentials().getLast().clientId(),
                client.version(),
                client.createdAt(),
                client.updatedAt());
    }
}
