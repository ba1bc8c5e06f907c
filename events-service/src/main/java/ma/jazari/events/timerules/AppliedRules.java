package ma.jazari.events.timerules;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of applying the time zone rules of now to some program events. */
@Schema(name = "AppliedTimeRules")
public record AppliedRules(
        @Schema(description = "Those that were moved") List<MovedEvent> items,
        @Schema(description = "Ids of those that could not be moved, and still are in the list") List<String> failed,
        @Schema(description = "Where the next events begin; absent when all were looked at") @Nullable String nextCursor) {}
