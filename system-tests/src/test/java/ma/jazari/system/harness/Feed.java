package ma.jazari.system.harness;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change feed, as one caller sees it. */
public record Feed(Caller reader, String types) {

    private static final int LARGEST = 200;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    public static Feed of(Caller reader) {
        return new Feed(reader, "");
    }

    public Feed only(String chosen) {
        return new Feed(reader, chosen);
    }

    /** A stretch of the feed; {@code more} tells whether another one follows already. */
    public record Page(List<Change> changes, boolean more, String resumeCursor) {}

    public Page page(@Nullable String after, int limit) {
        var query = "/v1/changes?limit=" + limit + (after == null ? "" : "&after=" + after)
                + (types.isEmpty() ? "" : "&types=" + types);
        var answer = reader.get(query).expect(200);
        return new Page(
                answer.elements("/items").stream().map(Change::of).toList(),
                answer.json().hasNonNull("nextCursor"),
                answer.text("/resumeCursor"));
    }

    /** All changes up to now, in pages of this size, each asked for with the resumeCursor of the one before. */
    public List<Change> all(int limit) {
        return after(null, limit);
    }

    public List<Change> all() {
        return all(LARGEST);
    }

    /** What came after the cursor up to now. */
    public List<Change> after(@Nullable String cursor) {
        return after(cursor, LARGEST);
    }

    /** The same, once a change of the record is there: the feed shows it a moment after the record does. */
    public List<Change> after(String cursor, String subject) {
        return await().atMost(LIMIT).until(() -> after(cursor), found -> found.stream()
                .anyMatch(change -> change.subject().equals(subject)));
    }

    private List<Change> after(@Nullable String cursor, int limit) {
        var changes = new ArrayList<Change>();
        Page page;
        var from = cursor;
        do {
            page = page(from, limit);
            changes.addAll(page.changes());
            from = page.resumeCursor();
        } while (page.more());
        return changes;
    }

    /** Where the feed stands now. */
    public String now() {
        String here = null;
        Page page;
        do {
            page = page(here, LARGEST);
            here = page.resumeCursor();
        } while (page.more());
        return here;
    }
}
