package ma.jazari.institutes.infrastructure;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.institutes.part.Edit;
import ma.jazari.institutes.part.PartAddress;
import ma.jazari.institutes.part.PartQuery;
import ma.jazari.institutes.part.Parts;
import ma.jazari.institutes.part.Writing;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.json.JsonRequestReader;
import ma.jazari.platform.json.MergePatch;
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

/** The infrastructure of institutes over HTTP. */
@Path("/v1/institutes/{id}/infrastructure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Institutes")
class InfrastructureResource {

    private static final String WHY = "Why, for the history";

    private static final String PART = "The id of the infrastructure";

    private final Parts parts;
    private final InfrastructureKind infrastructure;
    private final CurrentActor actor;

    InfrastructureResource(Parts parts, InfrastructureKind infrastructure, CurrentActor actor) {
        this.parts = parts;
        this.infrastructure = infrastructure;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listInfrastructure",
            summary = "The infrastructure of an institute, now or at an instant of the past")
    public Page<InfrastructureResponse> list(@PathParam("id") String id, @BeanParam PartQuery query) {
        var page = parts.list(infrastructure, id, query, actor.get());
        return page.with(page.items().stream().map(InfrastructureResponse::of).toList());
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(operationId = "addInfrastructure", summary = "Adds infrastructure to the institute")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = InfrastructureResponse.class)))
    public Response add(
            @PathParam("id") String id,
            @Parameter(description = WHY) @QueryParam("reason") @Size(max = 2000) @Nullable String reason,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            InfrastructureRequest request) {
        var added = parts.add(infrastructure, id, request, writing(reason));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/institutes/" + id + "/infrastructure/" + added.id())
                .entity(InfrastructureResponse.of(added))
                .build();
    }

    @GET
    @PermitAll
    @Path("/{partId}")
    @Operation(operationId = "getInfrastructure", summary = "One piece of infrastructure of an institute")
    public InfrastructureResponse get(
            @PathParam("id") String id, @Parameter(description = PART) @PathParam("partId") String partId) {
        return InfrastructureResponse.of(parts.get(infrastructure, new PartAddress(id, partId), actor.get()));
    }

    @PATCH
    @Path("/{partId}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Consumes(JsonRequestReader.MERGE_PATCH)
    @Operation(operationId = "changeInfrastructure", summary = "Changes what the merge patch names")
    public InfrastructureResponse change(
            @PathParam("id") String id,
            @Parameter(description = PART) @PathParam("partId") String partId,
            @Parameter(description = "The part's ETag that the change is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = WHY) @QueryParam("reason") @Size(max = 2000) @Nullable String reason,
            MergePatch patch) {
        var edit = new Edit(ExpectedVersion.of(ifMatch), patch);
        return InfrastructureResponse.of(
                parts.change(infrastructure, new PartAddress(id, partId), edit, writing(reason)));
    }

    @DELETE
    @Path("/{partId}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(operationId = "removeInfrastructure", summary = "Takes the infrastructure away; the history keeps it")
    public void remove(
            @PathParam("id") String id,
            @Parameter(description = PART) @PathParam("partId") String partId,
            @Parameter(description = "The part's ETag", required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = WHY) @QueryParam("reason") @Size(max = 2000) @Nullable String reason) {
        parts.remove(infrastructure, new PartAddress(id, partId), ExpectedVersion.of(ifMatch), writing(reason));
    }

    private Writing writing(@Nullable String reason) {
        return new Writing(reason, actor.get());
    }
}
