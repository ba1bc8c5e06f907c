package ma.jazari.institutes.suggestion;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The end of a suggestion. */
@Schema(name = "ChangeSuggestionTransition")
public record SuggestionTransition(
        @NotNull @Schema(examples = "APPLIED") SuggestionStatus to,
        @Schema(
                        description =
                                "Required for DISCARDED; of an APPLIED one it stands in the institute's history, which is public",
                        examples = "Confirmed by the institute")
                @Nullable @Size(min = 1, max = 2000) String reason)
        implements Checked {

    @Override
    public void check(Violations violations) {
        if (to.needsReason() && reason == null) {
            violations.add("/reason", "is required for a move to " + to);
        }
    }
}
