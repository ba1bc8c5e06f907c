package ma.jazari.gateway.feed;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a reader of the feed asks for. */
public class FeedQuery {

    @QueryParam("after")
    @Parameter(
            description =
                    "A cursor that the feed gave: only changes after it. Without it the feed starts at its beginning")
    public @Nullable String after;

    @QueryParam("limit")
    @Parameter(
            description = "How many changes at most; larger values are cut to 200",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "20"))
    public @Nullable String limit;

    @QueryParam("types")
    @Parameter(
            description =
                    "Types of change, with commas between them: institute.activated, or institute.* for all of a kind")
    public @Nullable String types;

    int checkedLimit() {
        var list = new ListQuery();
        list.limit = limit;
        return list.limit();
    }

    @Nullable FeedCursor place() {
        return after == null ? null : FeedCursor.decode(after);
    }

    /** The same question to a service. */
    String uri() {
        var uri = new StringBuilder("/v1/changes?limit=").append(checkedLimit());
        if (after != null) {
            uri.append("&after=").append(encode(after));
        }
        if (types != null) {
            uri.append("&types=").append(encode(types));
        }
        return uri.toString();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
