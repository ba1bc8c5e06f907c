package ma.jazari.gateway.feed;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a reader of the feed asks for. */
public class FeedQuery {

    /** Instead of a cursor: only what happens from now on. */
    public static final String NOW = "now";

    @QueryParam("after")
    @Parameter(
            description = "A cursor that the feed gave: only changes after it; `now`: only those that come. "
                    + "Without it the feed starts at its beginning")
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

    @QueryParam("subjectIds")
    @Parameter(description = "Ids of records, with commas between them: only changes of these; 100 at most")
    public @Nullable String subjectIds;

    /** Whether only what happens from now on is wanted. */
    boolean isFromNow() {
        return NOW.equals(after);
    }

    FeedQuestion question() {
        return new FeedQuestion(
                after == null ? null : FeedCursor.decode(after),
                ListQuery.limit(limit),
                new ChangeFilter(types, subjectIds));
    }
}
