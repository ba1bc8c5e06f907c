package ma.jazari.events.programevent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many places of a program event are taken.
 *
 * @param offered kept for those who were the first to wait
 * @param free null where there is no limit
 */
@Schema(description = "How many places are taken")
public record Places(
        @Schema(examples = "12") int confirmed,
        @Schema(description = "Kept for those who were the first to wait", examples = "0") int offered,
        @Schema(examples = "0") int waiting,
        @Schema(description = "Absent where there is no limit", examples = "288") @Nullable Integer free) {}
