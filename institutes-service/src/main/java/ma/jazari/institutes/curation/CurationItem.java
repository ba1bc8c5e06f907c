package ma.jazari.institutes.curation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import ma.jazari.platform.http.Localized;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One institute on a curation list. */
@Schema(name = "CurationItem")
public record CurationItem(
        CuratedInstitute institute,
        @Schema(
                        description =
                                "Of pending-admissions: when it was submitted. Of the others: when the record last changed,"
                                        + " so that it has been like this at least since then")
                Instant since,
        @Schema(description = "Whole days since then", examples = "12") long ageDays,
        @JsonIgnore @Schema(hidden = true) String displayLanguage)
        implements Localized {

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public String contentLanguage() {
        return displayLanguage;
    }
}
