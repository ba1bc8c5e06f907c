package ma.jazari.gateway.feed;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.gateway.forward.ForwardedHeaders;
import ma.jazari.platform.http.RequestId;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.ProblemMapper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The change feed of the whole network. */
@Path("/v1/changes")
@Tag(name = "Changes", description = "Everything that happens in the registry, in one order")
public class ChangesResource {

    private final NetworkFeed feed;
    private final NetworkSnapshot snapshot;
    private final CurrentVertxRequest current;

    ChangesResource(NetworkFeed feed, NetworkSnapshot snapshot, CurrentVertxRequest current) {
        this.feed = feed;
        this.snapshot = snapshot;
        this.current = current;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listChanges",
            summary = "Lists the changes that you may see, oldest first",
            description =
                    """
                    Read with the resumeCursor of the page before as `after`, and nothing is missed or comes twice. Answers 503 \
                    rather than skip the changes of a service that does not answer.

                    With `Accept: text/event-stream` it is a stream: what there is after the cursor, then what comes, each change \
                    with its cursor as the event's id and its type as the event's name. A client that was cut off goes on \
                    with the header `Last-Event-ID`, and nothing is missed or comes twice. A comment every 15 seconds says \
                    that the stream is alive. A reader that is too slow, or whose token has expired, is cut off.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes, or the stream of them",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FeedPage.class)),
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "id: MS4wYTFi\nevent: institute.activated\ndata: {...}\n\n")
            })
    @APIResponse(
            responseCode = "410",
            description = "The cursor is from before the registry was restored; `snapshot` is where to start again",
            content = @Content(mediaType = ProblemMapper.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Uni<Response> list(@BeanParam FeedQuery query) {
        return uni(query.isFromNow() ? feed.end(headers()) : feed.read(query.question(), headers()));
    }

    @GET
    @Path("/snapshot")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readSnapshot",
            summary = "Reads all records that you may see, as they stand at one place in the feed",
            description =
                    """
                    What a reader begins with who starts anew: of each record its last change, by service, kind and id. All pages \
                    are true at one place, which is their resumeCursor, however long it takes to read them. Go on with \
                    `GET /v1/changes?after=` that cursor, and nothing is missed and nothing comes twice. A page may have \
                    few items, or none; the last one is that without nextCursor.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of the snapshot",
            content = @Content(schema = @Schema(implementation = FeedPage.class)))
    @APIResponse(
            responseCode = "410",
            description = "The registry was restored since the first page was read",
            content = @Content(mediaType = ProblemMapper.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Uni<Response> snapshot(
            @Parameter(description = "The nextCursor of the page before; absent for the first")
                    @QueryParam("cursor")
                    @Nullable String cursor,
            @Parameter(
                            description = "How many records at most; larger values are cut to 200",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "20"))
                    @QueryParam("limit")
                    @Nullable String limit) {
        var here = cursor == null ? null : SnapshotCursor.decode(cursor);
        return uni(snapshot.read(here, ListQuery.limit(limit), headers()));
    }

    private static Uni<Response> uni(Future<FeedAnswer> answer) {
        return Uni.createFrom().completionStage(answer.toCompletionStage()).map(ChangesResource::response);
    }

    private static Response response(FeedAnswer answer) {
        return switch (answer) {
            case FeedAnswer.Found(var page) -> Response.ok(page).build();
            case FeedAnswer.Refused(int status, var problem) ->
                Response.status(status)
                        .type(ProblemMapper.MEDIA_TYPE)
                        .entity(problem.getBytes())
                        .build();
        };
    }

    private MultiMap headers() {
        var context = current.getCurrent();
        return ForwardedHeaders.toUpstream(context.request(), RequestId.of(context))
                .remove("If-None-Match")
                .set("Accept", MediaType.APPLICATION_JSON);
    }
}
