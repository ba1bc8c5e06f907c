package ma.jazari.institutes.importing;

import java.time.Instant;
import ma.jazari.platform.changelog.HistoryItem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import, as far as it is. */
@Schema(name = "ImportRun")
public record ImportRun(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        ImportStatus status,
        @Schema(description = "Whether everything was checked and nothing written", examples = "false") boolean dryRun,
        @Schema(description = "Whether names that institutes have already were no objection", examples = "false")
                boolean confirmed,
        @Schema(examples = "application/x-ndjson") String contentType,
        @Schema(description = "That were decided on", examples = "12500") long linesRead,
        @Schema(description = "Of the file, decompressed", examples = "8123456") long bytesRead,
        @Schema(examples = "12000") long created,
        @Schema(examples = "200") long updated,
        @Schema(examples = "175") long unchanged,
        @Schema(examples = "125") long rejected,
        @Schema(description = "Why it failed") @Nullable String detail,
        HistoryItem.Who actor,
        Instant startedAt,
        @Schema(description = "Moves on every second while it runs") Instant updatedAt,
        @Nullable Instant finishedAt) {

    /** Where an import stands. */
    @Schema(name = "ImportStatus")
    public enum ImportStatus {
        RUNNING,
        COMPLETED,
        /** It ended early; detail says why. What was accepted until then is written. */
        FAILED,
        /** Its process died. What was accepted until then is written. */
        ABORTED
    }
}
