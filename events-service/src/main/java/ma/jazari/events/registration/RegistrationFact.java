package ma.jazari.events.registration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the change log keeps of a registration for good: that there is somebody and how it goes, not who it is. */
record RegistrationFact(
        UUID id,
        UUID programEventId,
        long number,
        RegistrationState state,
        @Nullable Cause cause,
        @Nullable Instant offerExpiresAt,
        @Nullable Instant checkedInAt,
        @Nullable Instant erasedAt,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static RegistrationFact of(Registration registration) {
        return new RegistrationFact(
                registration.id(),
                registration.programEventId(),
                registration.number(),
                registration.state(),
                registration.cause(),
                registration.offerExpiresAt(),
                registration.checkedInAt(),
                registration.erasedAt(),
                registration.version(),
                registration.createdAt(),
                registration.updatedAt());
    }
}
