package ma.jazari.gateway.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the whole network, oldest first.
 *
 * @param items as the services gave them
 * @param nextCursor only if more follow now
 * @param resumeCursor where to go on from later; always there
 */
@Schema(name = "ChangeFeedPage", description = "Changes of the whole network, oldest first")
public record FeedPage(
        @Schema(type = SchemaType.ARRAY, implementation = Change.class, required = true) List<JsonNode> items,
        @Schema(description = "Where the next page begins; absent if nothing more can be read now") @Nullable String nextCursor,
        @Schema(
                        description = "Where to go on from, now or later: nothing is missed and nothing comes twice",
                        required = true)
                String resumeCursor) {

    public FeedPage {
        items = List.copyOf(items);
    }
}
