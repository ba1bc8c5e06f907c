package ma.jazari.institutes.relationship;

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

/** The relationships of institutes over HTTP. */
@Path("/v1/institutes/{id}/relationships")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Institutes")
class RelationshipResource {

    private static final String WHY = "Why, for the history";

    private static final String PART = "The relationshipId";

    private final RelationshipService service;
    private final CurrentActor actor;

    RelationshipResource(RelationshipService service, CurrentActor actor) {
        this.service = service;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listRelationships",
            summary = "The relationships of an institute, now or at an instant of the past")
    public Page<RelationshipResponse> list(@PathParam("id") String id, @BeanParam PartQuery query) {
        var page = service.list(id, query, actor.get());
        return page.with(page.items().stream().map(RelationshipResponse::of).toList());
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(operationId = "addRelationship", summary = "Relates two institutes; both records change")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = RelationshipResponse.class)))
    public Response add(
            @PathParam("id") String id,
            @Parameter(description = WHY) @QueryParam("reason") @Size(max = 2000) @Nullable String reason,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            RelationshipRequest request) {
        var added = service.add(id, request, writing(reason));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/institutes/" + id + "/relationships/" + added.id())
                .entity(RelationshipResponse.of(added))
                .build();
    }

    @GET
    @PermitAll
    @Path("/{partId}")
    @Operation(operationId = "getRelationship", summary = "One relationship of an institute")
    public RelationshipResponse get(
            @PathParam("id") String id, @Parameter(description = PART) @PathParam("partId") String partId) {
        return RelationshipResponse.of(service.get(new PartAddress(id, partId), actor.get()));
    }

    @PATCH
    @Path("/{partId}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Consumes(JsonRequestReader.MERGE_PATCH)
    @Operation(operationId = "changeRelationship", summary = "Changes the validity of a relationship, on both records")
    public RelationshipResponse change(
            @PathParam("id") String id,
            @Parameter(description = PART) @PathParam("partId") String partId,
            @Parameter(description = "The part's ETag that the change is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = WHY) @QueryParam("reason") @Size(max = 2000) @Nullable String reason,
            MergePatch patch) {
        var edit = new Edit(ExpectedVersion.of(ifMatch), patch);
        return RelationshipResponse.of(service.change(new PartAddress(id, partId), edit, writing(reason)));
    }

    @DELETE
    @Path("/{partId}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(
            operationId = "removeRelationship",
            summary = "Takes a relationship away from both records; the history keeps it")
    public void remove(
            @PathParam("id") String id,
            @Parameter(description = PART) @PathParam("partId") String partId,
            @Parameter(description = "The part's ETag", required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = WHY) @QueryParam("reason") @Size(max = 2000) @Nullable String reason) {
        service.remove(new PartAddress(id, partId), ExpectedVersion.of(ifMatch), writing(reason));
    }

    private Writing writing(@Nullable String reason) {
        return new Writing(reason, actor.get());
    }
}
