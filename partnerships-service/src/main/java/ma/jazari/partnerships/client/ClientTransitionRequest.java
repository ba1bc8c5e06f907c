package ma.jazari.partnerships.client;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Revokes a client, for good. */
@Schema(name = "PartnerClientTransitionRequest")
public record ClientTransitionRequest(
        @NotNull @Schema(description = "REVOKED") ClientStatus to, @NotBlank @Size(max = 500) String reason)
        implements JsonRequest {}
