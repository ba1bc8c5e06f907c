package ma.jazari.platform.test;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change feed of the service under test. */
public final class Feed {

    private Feed() {}

    /** The cursor behind all that is there now, so that a test need not read what others have left. */
    public static String end() {
        return Api.as(Tokens.networkAdmin())
                .get("/v1/changes?types=nothing.of-the-kind")
                .then()
                .statusCode(200)
                .extract()
                .path("resumeCursor");
    }

    /** What the network's administrator finds by the path on each page after the cursor, to the last one. */
    public static List<String> walk(String after, String path) {
        return walk(Tokens.networkAdmin(), after, "", path);
    }

    /**
     * The same for another reader and these types of changes.
     *
     * @param token null for a reader without one
     * @param types empty for all
     */
    public static List<String> walk(@Nullable String token, String after, String types, String path) {
        var found = new ArrayList<String>();
        @Nullable String next = after;
        while (next != null) {
            var page = (token == null ? Api.anonymous() : Api.as(token))
                    .queryParam("limit", 200)
                    .queryParam("types", types)
                    .queryParam("after", next)
                    .get("/v1/changes");
            page.then().statusCode(200);
            found.addAll(page.<List<String>>path(path));
            next = page.path("nextCursor");
        }
        return found;
    }

    /** The records, by their ids, that the reader finds changes of after the cursor. */
    public static List<String> subjects(@Nullable String token, String after, String types) {
        return walk(token, after, types, "items.subject.id");
    }
}
