package ma.jazari.partnerships.convention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Approvals of conventions over HTTP. */
@Path("/v1/conventions/{id}/approvals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
@Tag(name = "Conventions")
class ApprovalResource {

    private final ApprovalService service;
    private final ConventionViews views;
    private final CurrentActor actor;

    ApprovalResource(ApprovalService service, ConventionViews views, CurrentActor actor) {
        this.service = service;
        this.views = views;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "approveConvention",
            summary = "A party's yes to the text that is proposed, named by its digest")
    @APIResponse(
            responseCode = "201",
            description = "Given; the last one that the text needs makes it the approved one",
            content = @Content(schema = @Schema(implementation = ConventionResponse.class)))
    public Response approve(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that the approval is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            ApprovalRequest request) {
        var convention = service.approve(id, ExpectedVersion.of(ifMatch), request, actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/conventions/" + convention.id() + "/revisions/" + request.revision())
                .entity(views.shown(convention))
                .build();
    }

    @DELETE
    @Operation(
            operationId = "withdrawOwnApproval",
            summary = "Takes back the approval of the party that the caller acts for, as long as others are awaited")
    public ConventionResponse withdraw(
            @PathParam("id") String id,
            @Parameter(description = "The id of the party; by default the one that the caller acts for")
                    @QueryParam("party")
                    @Nullable String party,
            @Parameter(description = "The ETag that this is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch) {
        return views.shown(service.withdraw(id, ExpectedVersion.of(ifMatch), party, actor.get()));
    }

    @DELETE
    @Path("/{party}")
    @Operation(
            operationId = "withdrawApproval",
            summary = "Takes back the approval of a party, as long as others are awaited")
    public ConventionResponse withdrawOf(
            @PathParam("id") String id,
            @Parameter(description = "The id of the party") @PathParam("party") String party,
            @Parameter(description = "The ETag that this is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch) {
        return views.shown(service.withdraw(id, ExpectedVersion.of(ifMatch), party, actor.get()));
    }
}
