package ma.jazari.events.registration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whoever has lost the link of a registration says by which address it was. */
@Schema(name = "RegistrationLinkRequest")
public record LinkRequest(@NotNull @Size(min = 3, max = 254) @Schema(examples = "amina@example.org") String email)
        implements JsonRequest {}
