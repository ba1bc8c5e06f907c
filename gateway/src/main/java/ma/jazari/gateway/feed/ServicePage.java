package ma.jazari.gateway.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import ma.jazari.platform.feed.FeedCursor;
import org.jspecify.annotations.Nullable;

/**
 * What one service knows of the feed after a place.
 *
 * @param items its changes, oldest first
 * @param next if it has more: everything of its own up to here is in items
 * @param resume where it would go on from
 * @param closedThrough it will never again place a change at or before this seq
 */
record ServicePage(List<Item> items, @Nullable FeedCursor next, FeedCursor resume, long closedThrough) {

    /** A change and its place. */
    record Item(FeedCursor place, JsonNode change) {}

    ServicePage {
        items = List.copyOf(items);
    }

    /**
     * Reads a service's answer.
     *
     * @throws IllegalArgumentException if it is not a page of the feed
     */
    static ServicePage of(JsonNode answer) {
        var next = answer.path("nextCursor");
        if (!answer.path("items").isArray() || !answer.path("closedThrough").isIntegralNumber()) {
            throw new IllegalArgumentException("not a page of the feed");
        }
        return new ServicePage(
                StreamSupport.stream(answer.path("items").spliterator(), false)
                        .map(change -> new Item(place(change.path("cursor")), change))
                        .toList(),
                next.isTextual() ? place(next) : null,
                place(answer.path("resumeCursor")),
                answer.path("closedThrough").longValue());
    }

    private static FeedCursor place(JsonNode cursor) {
        return FeedCursor.decode(Objects.requireNonNullElse(cursor.textValue(), ""));
    }
}
