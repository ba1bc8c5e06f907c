package ma.jazari.events.measurement;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.events.measurement.MeasurementService.Address;
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.HistoryItem;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Measurements over HTTP. */
@Path("/v1/programmes/{id}/measurements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes")
class MeasurementResource {

    private static final String ID = "The programme's id or its code";

    private final MeasurementService service;
    private final History history;
    private final CurrentActor actor;

    MeasurementResource(MeasurementService service, History history, CurrentActor actor) {
        this.service = service;
        this.history = history;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listMeasurements", summary = "The measurements of a programme that match")
    public Page<MeasurementResponse> list(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam MeasurementQuery query) {
        var page = service.find(id, query, actor.get());
        return page.with(page.items().stream().map(this::shown).toList());
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(
            operationId = "reportMeasurement",
            summary = "Reports a figure of an institute, or corrects one",
            description =
                    """
                    One counts per indicator, institute and period: a second one for some of the same days is refused with 409 \
                    unless it names in `corrects` what it puts right. That holds in the programmes above and below, too.""")
    @APIResponse(
            responseCode = "201",
            description = "Reported",
            content = @Content(schema = @Schema(implementation = MeasurementResponse.class)))
    public Response report(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            MeasurementRequest request) {
        var reported = service.report(id, request, actor.get());
        return Response.status(Response.Status.CREATED)
                .header(
                        HttpHeaders.LOCATION,
                        "/v1/programmes/" + reported.programmeId() + "/measurements/" + reported.id())
                .entity(shown(reported))
                .build();
    }

    @GET
    @PermitAll
    @Path("/{measurementId}")
    @Operation(operationId = "getMeasurement", summary = "One measurement of a programme")
    public MeasurementResponse get(
            @Parameter(description = ID) @PathParam("id") String id, @PathParam("measurementId") String measurementId) {
        return shown(service.get(new Address(id, measurementId), actor.get()));
    }

    @POST
    @Idempotent
    @Path("/{measurementId}/transitions")
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Operation(operationId = "moveMeasurement", summary = "Verifies a measurement or disputes it")
    @APIResponse(
            responseCode = "200",
            description = "Moved",
            content = @Content(schema = @Schema(implementation = MeasurementResponse.class)))
    public Response move(
            @Parameter(description = ID) @PathParam("id") String id,
            @PathParam("measurementId") String measurementId,
            @Parameter(description = "The ETag that the move is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            TransitionRequest move) {
        var address = new Address(id, measurementId);
        return Response.ok(shown(service.move(address, ExpectedVersion.of(ifMatch), move, actor.get())))
                .build();
    }

    @GET
    @PermitAll
    @Path("/{measurementId}/history")
    @Operation(
            operationId = "getMeasurementHistory",
            summary = "The changes of the measurement, a hash chain, oldest first")
    public Page<HistoryItem> history(
            @Parameter(description = ID) @PathParam("id") String id,
            @PathParam("measurementId") String measurementId,
            @BeanParam ListQuery query) {
        var measurement = service.get(new Address(id, measurementId), actor.get());
        return history.of(new Subject(MeasurementPolicy.SUBJECT, measurement.id()), query, actor.get(), false);
    }

    private MeasurementResponse shown(Measurement measurement) {
        var moves = MeasurementPolicy.moves(measurement.status(), actor.get());
        return MeasurementResponse.of(measurement.state(), moves);
    }
}
