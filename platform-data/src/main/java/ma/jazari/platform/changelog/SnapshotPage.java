package ma.jazari.platform.changelog;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the records as they stood at one place in the feed.
 *
 * @param items of each record its last change that the caller may see
 * @param nextCursor null on the last page
 */
@Schema(description = "Records as they stood at one place in the feed, each as its last change")
public record SnapshotPage(
        List<Change> items,
        @Schema(description = "Where the next page begins; absent on the last one") @Nullable String nextCursor) {}
