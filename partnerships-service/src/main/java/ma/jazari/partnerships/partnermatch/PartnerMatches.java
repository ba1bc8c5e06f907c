package ma.jazari.partnerships.partnermatch;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one text may mean. */
@Schema(name = "PartnerMatches")
public record PartnerMatches(
        @Schema(description = "The text that was matched; in a batch only", examples = "Univ. Mohammed V, Rabat")
                @Nullable String text,
        @Schema(description = "Best first, at most five") List<PartnerMatch> items) {

    /** The answers to a batch, in the order of its texts. */
    @Schema(name = "PartnerMatchBatch")
    public record Batch(List<PartnerMatches> results) {}
}
