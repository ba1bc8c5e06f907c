package ma.jazari.partnerships.convention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import ma.jazari.partnerships.agreement.PartyRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to write to at a party. Never published, and no part of what is agreed. */
public record ConventionContact(
        @NotNull @Valid PartyRef party, @NotNull @Email @Schema(examples = "contact@example.org") String email) {}
