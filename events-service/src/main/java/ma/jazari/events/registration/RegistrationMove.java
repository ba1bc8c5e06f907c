package ma.jazari.events.registration;

import jakarta.validation.constraints.NotNull;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A move of a registration. */
@Schema(name = "RegistrationTransition")
public record RegistrationMove(@NotNull @Schema(examples = "CANCELLED") RegistrationState to) implements JsonRequest {}
