package ma.jazari.events.programevent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Series of program events over HTTP. */
@Path("/v1/program-events/{id}/series")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Program events")
class SeriesResource {

    private final SeriesService service;
    private final CurrentActor actor;

    SeriesResource(SeriesService service, CurrentActor actor) {
        this.service = service;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(
            operationId = "repeatProgramEvent",
            summary = "Makes the program event the first of a series, and drafts the others",
            description =
                    """
                    Each of them is a program event of its own, found by `series`, which can be changed, published and \
                    cancelled by itself. All are at the same wall time.""")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = Series.class)))
    public Response repeat(
            @PathParam("id") String id,
            @Parameter(description = "The ETag of the program event", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            Recurrence recurrence) {
        var series = Series.of(service.repeat(id, ExpectedVersion.of(ifMatch), recurrence, actor.get()));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/program-events?series=" + series.id())
                .entity(series)
                .build();
    }

    /** A series that was made. */
    @Schema(name = "ProgramEventSeries")
    public record Series(
            @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
            @Schema(description = "In the order of time") List<Dated> events) {

        static Series of(List<ProgramEvent> events) {
            return new Series(
                    String.valueOf(events.getFirst().state().seriesId()),
                    events.stream().map(Dated::of).toList());
        }
    }

    /** An event of a series. */
    @Schema(name = "ProgramEventOfSeries")
    public record Dated(
            @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
            @Schema(examples = "2026-01-12T09:00") String start,
            @Schema(examples = "2026-01-12T18:00") String end,
            ProgramEventStatus status) {

        static Dated of(ProgramEvent event) {
            return new Dated(
                    event.id(), event.schedule().start(), event.schedule().end(), event.status());
        }
    }
}
