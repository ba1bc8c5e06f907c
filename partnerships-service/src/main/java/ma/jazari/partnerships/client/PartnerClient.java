package ma.jazari.partnerships.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system of a partner that may act for it.
 *
 * @param reason why it was revoked
 * @param credentials those that work, the current one last; none once it is revoked
 */
record PartnerClient(
        UUID id,
        String partnerId,
        String name,
        ClientAuthentication authentication,
        long version,
        ClientStatus status,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastUsedAt,
        List<Credential> credentials) {

    static final String SUBJECT = "PARTNER_CLIENT";

    PartnerClient with(ClientStatus to, @Nullable String why, List<Credential> all, Instant now) {
        return next(status == ClientStatus.PENDING ? version : version + 1, to, why, all, now);
    }

    private PartnerClient next(long number, ClientStatus to, @Nullable String why, List<Credential> all, Instant now) {
        return new PartnerClient(
                id,
                partnerId,
                name,
                authentication,
                number,
                to,
                why,
                createdAt,
                now.isBefore(updatedAt) ? updatedAt : now,
                lastUsedAt,
                all);
    }

    PartnerClient with(List<Credential> all) {
        return next(version, status, reason, all, updatedAt);
    }
}
