package ma.jazari.platform.changelog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stretch of the change feed. */
public record ChangePage(
        List<Change> items,
        @Schema(description = "Where more follow now; absent at the present end of the feed") @Nullable String nextCursor,
        @Schema(description = "Where to go on from later; the after that was given if there is nothing new")
                String resumeCursor,
        @Schema(description = "Microseconds since 1970; no change will be placed at or before it any more")
                long closedThrough) {}
