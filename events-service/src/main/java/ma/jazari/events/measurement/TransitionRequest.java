package ma.jazari.events.measurement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the network administrator says of a measurement. */
@Schema(name = "MeasurementTransition")
public record TransitionRequest(
        @NotNull @Schema(description = "VERIFIED or DISPUTED", examples = "VERIFIED") MeasurementStatus to,
        @Schema(description = "Required for DISPUTED; public", examples = "The contracts are of 2025")
                @Nullable @Size(min = 1, max = 2000) String reason)
        implements Checked {

    @Override
    public void check(Violations violations) {
        if (to == MeasurementStatus.DISPUTED && reason == null) {
            violations.add("/reason", "is required for a move to " + to);
        }
    }
}
