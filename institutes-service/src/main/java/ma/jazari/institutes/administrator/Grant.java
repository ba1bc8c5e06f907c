package ma.jazari.institutes.administrator;

import java.time.Instant;
import java.util.UUID;

/** That an account may act for an institute, or may no more; who the person is, Keycloak alone knows. */
record Grant(UUID id, Appointment appointment, long version, GrantStatus status, Instant createdAt, Instant updatedAt) {

    static final String SUBJECT = "INSTITUTE_ADMINISTRATOR";

    Grant with(GrantStatus to, Instant now) {
        return new Grant(id, appointment, version + 1, to, createdAt, now.isBefore(updatedAt) ? updatedAt : now);
    }
}
