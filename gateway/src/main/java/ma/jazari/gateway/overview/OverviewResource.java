package ma.jazari.gateway.overview;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a dashboard's first page needs, in one answer. */
@Path("/v1/overview")
@Tag(name = "Overview", description = "The network on one page")
class OverviewResource {

    private final Overviews overviews;
    private final String cacheControl;

    OverviewResource(Overviews overviews, OverviewConfig config) {
        this.overviews = overviews;
        this.cacheControl = "public, max-age=" + config.bound().toSeconds();
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getOverview",
            summary = "The network on one page: institutes, conventions, program events and programmes in figures",
            description =
                    """
                    Public figures, the same for everybody, at most a few seconds old. It is answered whatever happens to the \
                    services: the part of one that does not answer in time is shown as it was before. `unreachable` names the \
                    service, and `stale` says since when its part is as it is. An `If-None-Match` with the `ETag` is answered \
                    304 while nothing has changed.""")
    @APIResponse(
            responseCode = "200",
            description = "The overview",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OverviewResponse.class),
                            example = OverviewExample.JSON))
    public Uni<Response> read() {
        return Uni.createFrom()
                .completionStage(() -> overviews.read().toCompletionStage())
                .map(overview -> Response.ok(overview)
                        .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                        .header(HttpHeaders.VARY, "Accept")
                        .build());
    }
}
