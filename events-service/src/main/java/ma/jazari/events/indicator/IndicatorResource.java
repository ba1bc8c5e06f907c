package ma.jazari.events.indicator;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import ma.jazari.events.figure.Indicator;
import ma.jazari.events.programme.Programme;
import ma.jazari.events.programme.ProgrammeService;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.json.JsonRequestReader;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Indicators over HTTP. */
@Path("/v1/programmes/{id}/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes")
class IndicatorResource {

    private static final String ID = "The programme's id or its code";
    private static final String BASE = "The ETag of the indicator or its programme that the change is based on";

    private final IndicatorService service;
    private final ProgrammeService programmes;
    private final CurrentActor actor;
    private final Languages languages;

    IndicatorResource(IndicatorService service, ProgrammeService programmes, CurrentActor actor, Languages languages) {
        this.service = service;
        this.programmes = programmes;
        this.actor = actor;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listIndicators", summary = "The indicators of a programme, by key")
    public Page<IndicatorResponse> list(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam ListQuery query) {
        var programme = programmes.get(id, actor.get());
        var binding = "indicators " + programme.id();
        var after = Cursor.values(query.cursor, binding, 1);
        var rows = programme.indicators().stream()
                .filter(indicator -> after.isEmpty() || indicator.key().compareTo(after.getFirst()) > 0)
                .toList();
        return Page.of(
                rows,
                query.limit(),
                row -> shown(row, programme),
                row -> Cursor.after(binding, List.of(row.key())),
                query.wantsTotal() ? Long.valueOf(programme.indicators().size()) : null);
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Operation(operationId = "addIndicator", summary = "Adds an indicator to the programme")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = IndicatorResponse.class)))
    public Response add(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            IndicatorRequest request) {
        var programme = service.add(id, request, actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/programmes/" + programme.id() + "/indicators/" + request.key())
                .entity(shown(programme, request.key()))
                .build();
    }

    @GET
    @PermitAll
    @Path("/{key}")
    @Operation(operationId = "getIndicator", summary = "One indicator of a programme")
    public IndicatorResponse get(
            @Parameter(description = ID) @PathParam("id") String id, @PathParam("key") String key) {
        return shown(programmes.get(id, actor.get()), key);
    }

    @PATCH
    @Path("/{key}")
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Consumes(JsonRequestReader.MERGE_PATCH)
    @Operation(operationId = "changeIndicator", summary = "Changes what the merge patch names")
    public IndicatorResponse change(
            @Parameter(description = ID) @PathParam("id") String id,
            @PathParam("key") String key,
            @Parameter(description = BASE, required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            MergePatch patch) {
        var edit = new IndicatorService.Edit(ExpectedVersion.of(ifMatch), patch);
        return shown(service.change(id, key, edit, actor.get()), key);
    }

    @DELETE
    @Path("/{key}")
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Operation(
            operationId = "removeIndicator",
            summary = "Takes away an indicator of which there are no measurements; the history keeps it")
    public void remove(
            @Parameter(description = ID) @PathParam("id") String id,
            @PathParam("key") String key,
            @Parameter(description = BASE, required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.remove(id, key, ExpectedVersion.of(ifMatch), actor.get());
    }

    private IndicatorResponse shown(Programme programme, String key) {
        return shown(IndicatorService.existing(programme, key), programme);
    }

    private IndicatorResponse shown(Indicator indicator, Programme programme) {
        return IndicatorResponse.of(indicator, programme, languages.preferred());
    }
}
