package ma.jazari.institutes.institute;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A move of an institute through its lifecycle. */
@Schema(name = "InstituteTransition")
public record TransitionRequest(
        @NotNull @Schema(examples = "SUSPENDED") InstituteStatus to,
        @Schema(description = "Required for REJECTED, SUSPENDED, CLOSED and MERGED", examples = "Audit under way")
                @Nullable @Size(min = 1, max = 2000) String reason,
        @Schema(description = "Required for MERGED, and for nothing else: the institute that it becomes part of")
                @Nullable String successorId)
        implements Checked {

    @Override
    public void check(Violations violations) {
        if (to.needsReason() && reason == null) {
            violations.add("/reason", "is required for a move to " + to);
        }
        if (to == InstituteStatus.MERGED && successorId == null) {
            violations.add("/successorId", "is required for a move to " + to);
        }
        if (to != InstituteStatus.MERGED && successorId != null) {
            violations.add("/successorId", "must be absent: only a merge has a successor");
        }
        if (successorId != null && !PublicId.isWellFormed(Institute.ID_PREFIX, successorId)) {
            violations.add("/successorId", "is not an id of an institute: look for a typing error");
        }
    }
}
