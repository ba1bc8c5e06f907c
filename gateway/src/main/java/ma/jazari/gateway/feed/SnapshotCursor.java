package ma.jazari.gateway.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import ma.jazari.gateway.route.Upstream;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a snapshot begins. Opaque to clients: base64url of the text {@code 1 <through> <service> <cursor>}.
 *
 * @param through the place in the feed that all of the snapshot is true at
 * @param service whose records come next
 * @param within where the service goes on; null at its first record
 */
record SnapshotCursor(FeedCursor through, Upstream service, @Nullable String within) {

    private static final String VERSION = "1";
    private static final int PARTS = 4;

    String encode() {
        var text = String.join(" ", VERSION, through.encode(), service.serviceName(), within == null ? "" : within);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 for anything that {@link #encode()} did not make */
    static SnapshotCursor decode(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = text.split(" ", -1);
            if (parts.length == PARTS && parts[0].equals(VERSION)) {
                return new SnapshotCursor(
                        FeedCursor.decode(parts[1]), service(parts[2]), parts[3].isEmpty() ? null : parts[3]);
            }
            throw invalid();
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static Upstream service(String name) {
        return Arrays.stream(Upstream.values())
                .filter(service -> service.serviceName().equals(name))
                .findFirst()
                .orElseThrow(SnapshotCursor::invalid);
    }

    private static Problem invalid() {
        return Problem.of(
                ProblemType.INVALID_CURSOR, "cursor is not the nextCursor of a snapshot. Start again without it.");
    }
}
