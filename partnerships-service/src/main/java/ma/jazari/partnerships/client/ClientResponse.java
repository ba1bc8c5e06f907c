package ma.jazari.partnerships.client;

import java.time.Instant;
import java.util.List;
import ma.jazari.platform.http.Versioned;
import ma.jazari.platform.idempotency.ShownOnce;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client as those see it who act for its partner. */
@Schema(name = "PartnerClient")
public record ClientResponse(
        String id,
        @Schema(examples = "p5m2c0066") String partnerId,
        String name,
        @Schema(description = "Absent once it is revoked", examples = "partner-p5m2c0066-0f3a9c1d2e4b") @Nullable String clientId,
        @Schema(description = "Only in the answer to its creation, and to a rotation") @Nullable String secret,
        ClientAuthentication authentication,
        ClientStatus status,
        @Nullable String reason,
        @Schema(description = "The client id before the last rotation, while it works") @Nullable String previousClientId,
        @Nullable Instant previousValidUntil,
        @Schema(description = "Where it gets tokens") String tokenEndpoint,
        @Schema(description = "When the partnerships service last saw a token of it, to a minute or two") @Nullable Instant lastUsedAt,
        List<ClientStatus> availableTransitions,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned, ShownOnce {

    static ClientResponse of(PartnerClient client, @Nullable String secret, String tokenEndpoint) {
        var credentials = client.credentials();
        var previous = credentials.size() > 1 ? credentials.getFirst() : null;
        return new ClientResponse(
                client.id().toString(),
                client.partnerId(),
                client.name(),
                credentials.isEmpty() ? null : credentials.getLast().clientId(),
                secret,
                client.authentication(),
                client.status(),
                client.reason(),
                previous == null ? null : previous.clientId(),
                previous == null ? null : previous.validUntil(),
                tokenEndpoint,
                client.lastUsedAt(),
                client.status().next(),
                client.version(),
                client.createdAt(),
                client.updatedAt());
    }

    @Override
    public ClientResponse withoutSecret() {
        return new ClientResponse(
                id,
                partnerId,
                name,
                clientId,
                null,
                authentication,
                status,
                reason,
                previousClientId,
                previousValidUntil,
                tokenEndpoint,
                lastUsedAt,
                availableTransitions,
                version,
                createdAt,
                updatedAt);
    }
}
