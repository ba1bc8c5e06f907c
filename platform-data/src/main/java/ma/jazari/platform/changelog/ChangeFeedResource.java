package ma.jazari.platform.changelog;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The service's part of the change feed; the gateway serves the whole network's under the same path. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public class ChangeFeedResource {

    private final ChangeFeed feed;
    private final ChangeSnapshot snapshot;
    private final CurrentActor actor;

    ChangeFeedResource(ChangeFeed feed, ChangeSnapshot snapshot, CurrentActor actor) {
        this.feed = feed;
        this.snapshot = snapshot;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listChanges", summary = "The changes after a cursor, in the network's order")
    public ChangePage list(
            @Parameter(description = "Where to go on; absent for the beginning") @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "Types such as institute.activated or institute.*, comma for OR")
                    @QueryParam("types")
                    @Nullable String types,
            @Parameter(description = "Ids of records, comma for OR") @QueryParam("subjectIds") @Nullable String subjectIds) {
        var filter = new FeedFilter(ListQuery.anyOf(types), ListQuery.anyOf(subjectIds));
        return feed.read(after, filter, ListQuery.limit(limit), actor.get());
    }

    @GET
    @Path("/snapshot")
    @PermitAll
    @Operation(operationId = "readSnapshot", summary = "The last change of each record at a place in the feed")
    public SnapshotPage snapshot(
            @Parameter(required = true, description = "The place, a cursor of the feed")
                    @QueryParam("through")
                    @Nullable String through,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        if (through == null) {
            throw Problem.invalid("through", "is required: a cursor of the change feed");
        }
        return snapshot.read(FeedCursor.decode(through), cursor, ListQuery.limit(limit), actor.get());
    }
}
