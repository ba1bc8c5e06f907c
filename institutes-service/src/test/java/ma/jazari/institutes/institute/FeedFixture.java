package ma.jazari.institutes.institute;

import static ma.jazari.platform.test.Api.as;

import java.util.ArrayList;
import java.util.List;
import ma.jazari.platform.test.Tokens;
import org.jspecify.annotations.Nullable;

/** The change feed as the network administrator reads it. */
final class FeedFixture {

    private FeedFixture() {}

    /** The cursor behind all that is there now, so that a test need not read what others have left. */
    static String end() {
        return as(Tokens.networkAdmin())
                .get("/v1/changes?types=nothing.of-the-kind")
                .then()
                .statusCode(200)
                .extract()
                .path("resumeCursor");
    }

    /** What the path finds on each page after the cursor, to the last one. */
    static List<String> walk(String after, String path) {
        var found = new ArrayList<String>();
        @Nullable String next = after;
        while (next != null) {
            var page = as(Tokens.networkAdmin())
                    .queryParam("limit", 200)
                    .queryParam("after", next)
                    .get("/v1/changes");
            found.addAll(page.<List<String>>path(path));
            next = page.path("nextCursor");
        }
        return found;
    }
}
