package ma.jazari.events.programme;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A move of a programme through its lifecycle. */
@Schema(name = "ProgrammeTransition")
public record TransitionRequest(
        @NotNull @Schema(examples = "CLOSED") ProgrammeStatus to,
        @Schema(
                        description = "Required to close a programme and to open it again; public",
                        examples = "The final figures are in")
                @Nullable @Size(min = 1, max = 2000) String reason)
        implements JsonRequest {}
