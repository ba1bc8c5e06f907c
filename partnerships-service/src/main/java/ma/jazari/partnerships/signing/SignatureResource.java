package ma.jazari.partnerships.signing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.partnerships.convention.ConventionResponse;
import ma.jazari.partnerships.convention.ConventionViews;
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

/** Signatures of conventions over HTTP. */
@Path("/v1/conventions/{id}/signatures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conventions")
class SignatureResource {

    private final SignatureService service;
    private final ConventionViews views;
    private final CurrentActor actor;

    SignatureResource(SignatureService service, ConventionViews views, CurrentActor actor) {
        this.service = service;
        this.views = views;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Operation(
            operationId = "signConvention",
            summary =
                    "A party's signature of the text that is approved: by its key, or in ink with the scanned document")
    @APIResponse(
            responseCode = "201",
            description = "Signed; the last signature that the text needs makes it the signed one, in force on its day",
            content = @Content(schema = @Schema(implementation = ConventionResponse.class)))
    public Response sign(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that the signature is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            SignatureRequest request) {
        var convention = service.sign(id, ExpectedVersion.of(ifMatch), request, actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/conventions/" + convention.id() + "/revisions/" + request.revision())
                .entity(views.shown(convention))
                .build();
    }
}
