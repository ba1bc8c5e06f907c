package ma.jazari.institutes.administrator;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the registry knows of a person as administrator of an institute: when that began and ended, and not who it is.
 *
 * @param accountId Keycloak's id of the account
 * @param version the number of changes in its log
 * @param status as the log has it; null where it has none yet
 */
record Grant(
        UUID id,
        String instituteId,
        UUID accountId,
        long version,
        @Nullable GrantStatus status,
        Instant createdAt,
        Instant updatedAt) {

    static final String SUBJECT = "INSTITUTE_ADMINISTRATOR";

    Grant with(GrantStatus to, Instant now) {
        return new Grant(
                id, instituteId, accountId, version + 1, to, createdAt, now.isBefore(updatedAt) ? updatedAt : now);
    }
}
