package ma.jazari.platform.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.regex.Pattern;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/**
 * A place in the network's order of changes, which is (seq, source). Opaque to clients: base64url of the text
 * {@code 1.<epoch>.<source>.<seq>}. The same cursor serves the feed, the stream, webhook replay and Kafka.
 *
 * @param epoch eight hexadecimal digits that change when the source's log was restored from a copy; not part of the order
 * @param source name of the service whose change stands here, for instance {@code institutes-service}
 * @param seq microseconds, unique in its source
 */
public record FeedCursor(String epoch, String source, long seq) implements Comparable<FeedCursor> {

    private static final String VERSION = "1";
    private static final int MAX_LENGTH = 200;
    private static final Pattern EPOCH = Pattern.compile("[0-9a-f]{8}");
    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern SEQ = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Comparator<FeedCursor> NETWORK_ORDER =
            Comparator.comparingLong(FeedCursor::seq).thenComparing(FeedCursor::source);

    /** @throws IllegalArgumentException for parts that no cursor has */
    public FeedCursor {
        if (!EPOCH.matcher(epoch).matches() || !SOURCE.matcher(source).matches() || seq < 0) {
            throw new IllegalArgumentException("not a place in the feed: " + epoch + ", " + source + ", " + seq);
        }
    }

    /** The opaque form. */
    public String encode() {
        var text = String.join(".", VERSION, epoch, source, String.valueOf(seq));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The place that an opaque cursor names.
     *
     * @throws Problem 400 INVALID_CURSOR for anything that {@link #encode()} did not make
     */
    public static FeedCursor decode(String cursor) {
        var parts = text(cursor).split("\\.", -1);
        if (parts.length != 4
                || !parts[0].equals(VERSION)
                || !EPOCH.matcher(parts[1]).matches()
                || !SOURCE.matcher(parts[2]).matches()
                || !SEQ.matcher(parts[3]).matches()) {
            throw invalid();
        }
        return new FeedCursor(parts[1], parts[2], Long.parseLong(parts[3]));
    }

    private static String text(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw invalid();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        return Problem.of(
                ProblemType.INVALID_CURSOR,
                "after is not a cursor of the change feed. Use a cursor, nextCursor or resumeCursor that the feed gave.");
    }

    /** By seq, then source: the order of the network. */
    @Override
    public int compareTo(FeedCursor other) {
        return NETWORK_ORDER.compare(this, other);
    }
}
