package ma.jazari.partnerships.convention;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The end of an amendment that is not agreed. */
@Schema(name = "RevisionTransition")
public record RevisionTransitionRequest(
        @NotNull @Schema(examples = "WITHDRAWN") To to,
        @Schema(description = "Why; required to reject", examples = "Budget non voté")
                @Nullable @Size(min = 1, max = 2000) String reason)
        implements Checked {

    /** How the negotiation of an amendment ends without one. */
    @Schema(name = "RevisionEnd")
    public enum To {
        REJECTED,
        WITHDRAWN
    }

    @Override
    public void check(Violations violations) {
        if (to == To.REJECTED && reason == null) {
            violations.add("/reason", "is required: those who are rejected want to know why");
        }
    }
}
