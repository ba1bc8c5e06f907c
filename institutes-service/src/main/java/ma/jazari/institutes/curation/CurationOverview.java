package ma.jazari.institutes.curation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much there is to look after. */
@Schema(name = "CurationOverview")
public record CurationOverview(List<Summary> lists) {

    /** One list. */
    @Schema(name = "CurationSummary")
    public record Summary(
            @Schema(
                            description = "pending-admissions, without-arabic-name, without-place or stale",
                            examples = "pending-admissions")
                    String list,
            @Schema(description = "How many institutes are on it", examples = "3") long count,
            @Schema(examples = "/v1/institutes/curation/pending-admissions") String url) {}
}
