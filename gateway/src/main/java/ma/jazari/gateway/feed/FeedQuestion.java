package ma.jazari.gateway.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import ma.jazari.platform.feed.FeedCursor;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the feed.
 *
 * @param after only changes after it; null for all
 * @param limit how many at most
 * @param types with commas between them, as they were sent; null for all
 */
public record FeedQuestion(@Nullable FeedCursor after, int limit, @Nullable String types) {

    /** The same question to a service. */
    String uri() {
        var uri = new StringBuilder("/v1/changes?limit=").append(limit);
        if (after != null) {
            uri.append("&after=").append(after.encode());
        }
        if (types != null) {
            uri.append("&types=").append(URLEncoder.encode(types, StandardCharsets.UTF_8));
        }
        return uri.toString();
    }
}
