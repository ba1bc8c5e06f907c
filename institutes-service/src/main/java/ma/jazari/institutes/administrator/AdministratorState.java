package ma.jazari.institutes.administrator;

import java.time.Instant;

/** What the change log keeps: which account acts for which institute, never a name or an address. */
record AdministratorState(
        String id,
        String instituteId,
        String accountId,
        GrantStatus status,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static AdministratorState of(Grant grant) {
        return new AdministratorState(
                grant.id().toString(),
                grant.appointment().instituteId(),
                grant.appointment().accountId().toString(),
                grant.status(),
                grant.version(),
                grant.createdAt(),
                grant.updatedAt());
    }
}
