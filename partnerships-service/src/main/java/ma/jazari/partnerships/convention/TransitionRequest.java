package ma.jazari.partnerships.convention;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A move of a convention through its states. */
@Schema(name = "ConventionTransition")
public record TransitionRequest(
        @NotNull @Schema(examples = "PROPOSED") ConventionStatus to,
        @Nullable @Size(min = 1, max = 2000) @Schema(examples = "Version convenue le 12 janvier") String reason)
        implements JsonRequest {}
