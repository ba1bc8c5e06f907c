package ma.jazari.platform.record;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to write to. Never published: for the organisation's own administrators and those who see everything. */
public record Contact(
        @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,39}", message = "must be upper-case letters and underscores") @Schema(examples = "ADMISSIONS")
                String role,
        @NotNull @Email @Schema(examples = "contact@example.org") String email) {}
