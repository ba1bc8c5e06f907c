package ma.jazari.institutes.match;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one text may mean. */
@Schema(name = "InstituteMatches")
public record MatchResponse(
        @Schema(description = "The text that was matched; in a batch only", examples = "Institut Al Jazari, Fes")
                @Nullable String text,
        @Schema(description = "Best first, at most five") List<InstituteMatch> items) {

    /** The answers to a batch, in the order of its texts. */
    @Schema(name = "InstituteMatchBatch")
    public record Batch(List<MatchResponse> results) {}
}
