package ma.jazari.events.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.jazari.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A registration as the person sees it, or the organiser of the event. */
@Schema(name = "Registration")
public record RegistrationResponse(
        UUID id,
        UUID programEventId,
        RegistrationState state,
        @Schema(description = "Of one that is WAITING: where in the queue, from 1", examples = "3") @Nullable Integer position,
        @Schema(description = "Of one that is OFFERED: until when the place is kept") @Nullable Instant offerExpiresAt,
        @Schema(description = "Of one that is over: why") @Nullable Cause cause,
        @Schema(description = "The place in the order of joining", examples = "13") long number,
        @Schema(description = "Absent once it is erased", examples = "Amina Berrada") @Nullable String name,
        @Schema(examples = "amina@example.org") @Nullable String email,
        @Schema(examples = "Université Mohammed V") @Nullable String organisation,
        @Schema(description = "Of the mails to the person", examples = "fr") @Nullable String lang,
        @Schema(examples = "{\"diet\": \"vegetarian\"}") @Nullable Map<String, Object> answers,
        @Nullable Instant consentedAt,
        @Schema(description = "When the person was seen to be there") @Nullable Instant checkedInAt,
        @Schema(description = "When what is personal was erased") @Nullable Instant erasedAt,
        @Schema(
                        description =
                                "The secret link by which the person looks after the registration; for the person alone",
                        examples =
                                "https://registre.example/v1/registrations/019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f?key=...")
                @Nullable String manageUrl,
        @Schema(description = "The moves that are open to the caller", examples = "[\"CANCELLED\"]")
                List<RegistrationState> availableTransitions,
        @Schema(examples = "1") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static RegistrationResponse of(
            Registration registration,
            @Nullable Integer position,
            @Nullable String manageUrl,
            List<RegistrationState> open) {
        var person = registration.person();
        return new RegistrationResponse(
                registration.id(),
                registration.programEventId(),
                registration.state(),
                position,
                registration.offerExpiresAt(),
                registration.cause(),
                registration.number(),
                person == null ? null : person.name(),
                person == null ? null : person.email(),
                person == null ? null : person.organisation(),
                person == null ? null : person.lang(),
                person == null ? null : person.answers(),
                person == null ? null : person.consentedAt(),
                registration.checkedInAt(),
                registration.erasedAt(),
                manageUrl,
                open,
                registration.version(),
                registration.createdAt(),
                registration.updatedAt());
    }
}
