package ma.jazari.partnerships.rorimport;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of an import. */
@Schema(name = "RorImportReport")
public record RorImportReport(
        @Schema(description = "COMPLETED or FAILED", examples = "COMPLETED") Status status,
        @Schema(description = "Why it failed; what was accepted until then is written") @Nullable String detail,
        @Schema(description = "Whether nothing was written", examples = "false") boolean dryRun,
        @Schema(description = "Records that were created, updated or unchanged", examples = "10") long accepted,
        @Schema(examples = "8") long created,
        @Schema(examples = "1") long updated,
        @Schema(
                        description =
                                "Records that say what is known, nothing but what an administrator has written otherwise, or less than"
                                        + " a newer one said",
                        examples = "1")
                long unchanged,
        @Schema(examples = "2") long rejected,
        @Schema(description = "The first 1,000 records that were rejected") List<RejectedRorRecord> lines,
        @Schema(description = "Rejected records that are not in lines", examples = "0") long linesOmitted) {

    /** Whether an import came to its end. */
    public enum Status {
        COMPLETED,
        FAILED
    }
}
