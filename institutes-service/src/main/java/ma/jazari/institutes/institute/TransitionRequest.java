package ma.jazari.institutes.institute;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A move of an institute through its lifecycle. */
@Schema(name = "InstituteTransition")
public record TransitionRequest(
        @NotNull @Schema(examples = "SUSPENDED") InstituteStatus to,
        @Schema(description = "Required for REJECTED, SUSPENDED and CLOSED", examples = "Audit under way")
                @Nullable @Size(min = 1, max = 2000) String reason)
        implements Checked {

    @Override
    public void check(Violations violations) {
        if (to.needsReason() && reason == null) {
            violations.add("/reason", "is required for a move to " + to);
        }
    }
}
