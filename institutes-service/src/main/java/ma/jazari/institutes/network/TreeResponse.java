package ma.jazari.institutes.network;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import ma.jazari.platform.http.Localized;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The network, or what belongs to one institute of it, as a tree. */
@Schema(name = "NetworkTree")
public record TreeResponse(
        @Schema(description = "The instant that was asked for; absent for now") @Nullable Instant asOf,
        TreeNode root,
        @Schema(description = "How many institutes the answer holds", examples = "14") int nodes,
        @Schema(
                        description =
                                "Whether all that belong to the root are there; the rest of a cut tree is at /v1/institutes?parentId=")
                boolean complete,
        @JsonIgnore @Schema(hidden = true) String displayLanguages)
        implements Localized {

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguages;
    }
}
