package ma.jazari.events.programevent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A move of a program event through its lifecycle. */
@Schema(name = "ProgramEventTransition")
public record TransitionRequest(
        @NotNull @Schema(examples = "POSTPONED") ProgramEventStatus to,
        @Schema(description = "Required for POSTPONED and CANCELLED; public", examples = "The venue is not available")
                @Nullable @Size(min = 1, max = 2000) String reason)
        implements Checked {

    @Override
    public void check(Violations violations) {
        if (to.needsReason() && reason == null) {
            violations.add("/reason", "is required for a move to " + to);
        }
    }
}
