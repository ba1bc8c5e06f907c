package ma.jazari.partnerships.obligation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.partnerships.convention.ConventionResponse;
import ma.jazari.partnerships.convention.ConventionService;
import ma.jazari.partnerships.convention.ConventionViews;
import ma.jazari.partnerships.convention.ShownObligation;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
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

/** Obligations of conventions over HTTP. */
@Path("/v1/conventions/{id}/obligations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conventions")
class ObligationResource {

    private final ObligationService service;
    private final ConventionService conventions;
    private final ConventionViews views;
    private final CurrentActor actor;

    ObligationResource(
            ObligationService service, ConventionService conventions, ConventionViews views, CurrentActor actor) {
        this.service = service;
        this.conventions = conventions;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listObligations",
            summary = "What the parties owe under the text that counts, and what has become of it")
    public Page<ShownObligation> list(@PathParam("id") String id) {
        var shown = views.shown(conventions.get(id, actor.get()));
        return new Page<>(shown.obligations(), null, null);
    }

    @POST
    @Idempotent
    @Path("/{key}/transitions")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Operation(
            operationId = "moveObligation",
            summary = "Fulfils what the caller's party owes, or waives what another owes")
    @APIResponse(
            responseCode = "200",
            description = "Moved; the convention with its health",
            content = @Content(schema = @Schema(implementation = ConventionResponse.class)))
    public Response move(
            @PathParam("id") String id,
            @Parameter(description = "The key of the obligation") @PathParam("key") String key,
            @Parameter(description = "The ETag of the convention that this is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            ObligationTransitionRequest request) {
        var convention = service.move(id, key, ExpectedVersion.of(ifMatch), request, actor.get());
        return Response.ok(views.shown(convention)).build();
    }
}
