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
 */
public record FeedQuestion(@Nullable FeedCursor after, int limit, ChangeFilter filter) {

    /** The same question to a service. */
    String uri() {
        return "/v1/changes?limit=" + limit
                + parameter("after", after == null ? null : after.encode())
                + parameter("types", filter.types())
                + parameter("subjectIds", filter.subjectIds());
    }

    static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
