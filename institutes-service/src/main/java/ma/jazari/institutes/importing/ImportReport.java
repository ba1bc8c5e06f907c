package ma.jazari.institutes.importing;

import java.util.List;
import ma.jazari.institutes.importing.ImportRun.ImportStatus;
import ma.jazari.institutes.intake.RejectedLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of an import. */
@Schema(name = "ImportReport")
public record ImportReport(
        @Schema(description = "Of the run", examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        @Schema(description = "COMPLETED or FAILED", examples = "COMPLETED") ImportStatus status,
        @Schema(description = "Why it failed; what was accepted until then is written") @Nullable String detail,
        @Schema(description = "Whether nothing was written", examples = "false") boolean dryRun,
        @Schema(description = "Lines that were created, updated or unchanged", examples = "10") long accepted,
        @Schema(examples = "8") long created,
        @Schema(examples = "1") long updated,
        @Schema(examples = "1") long unchanged,
        @Schema(examples = "2") long rejected,
        @Schema(description = "The first 1,000 lines that were rejected") List<RejectedLine> lines,
        @Schema(
                        description =
                                "Rejected lines that are not in lines; GET /v1/institutes/import/{runId}/lines has all",
                        examples = "0")
                long linesOmitted) {}
