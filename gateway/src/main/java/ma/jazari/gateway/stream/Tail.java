package ma.jazari.gateway.stream;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ma.jazari.gateway.feed.FeedPage;
import ma.jazari.platform.feed.FeedCursor;
import org.jspecify.annotations.Nullable;

/** The streams of one caller that have seen all there is: what comes is read once for all of them. */
final class Tail {

    private final Set<EventStream> streams = new LinkedHashSet<>();
    private @Nullable FeedCursor place;
    private boolean isBeingRead;

    /** Whether the stream goes on with the others; not if they are further than it. */
    boolean takes(EventStream stream) {
        var its = stream.place();
        if (its == null || (place != null && !streams.isEmpty() && its.compareTo(place) < 0)) {
            return false;
        }
        if (streams.isEmpty() && !isBeingRead) {
            place = its;
        }
        return streams.add(stream);
    }

    void remove(EventStream stream) {
        streams.remove(stream);
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    /** Whether there is something to be read, where the last change of all stands there. */
    boolean isBehind(long lastSeq) {
        return !isBeingRead && place != null && place.seq() < lastSeq;
    }

    @Nullable FeedCursor place() {
        return place;
    }

    boolean isBeingRead() {
        return isBeingRead;
    }

    void readingBegins() {
        isBeingRead = true;
    }

    void readingFailed() {
        isBeingRead = false;
    }

    /** Sends the page to all; those that cannot take it leave, and are returned. */
    List<EventStream> send(FeedPage page) {
        isBeingRead = false;
        var through = FeedCursor.decode(page.resumeCursor());
        var left = streams.stream()
                .filter(stream -> !stream.send(page.items(), through))
                .toList();
        left.forEach(streams::remove);
        place = through;
        return left;
    }

    List<EventStream> streams() {
        return List.copyOf(streams);
    }
}
