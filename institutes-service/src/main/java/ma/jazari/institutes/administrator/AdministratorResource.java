package ma.jazari.institutes.administrator;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.platform.http.Confidential;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Administrators of institutes over HTTP. */
@Path("/v1/institutes/{id}/administrators")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Confidential
@Tag(
        name = "Administrators of institutes",
        description = "The persons who keep an institute's record; for them and the network administrator alone")
class AdministratorResource {

    private static final String ADMINISTRATOR = "The id of the administrator";

    private final AdministratorService service;
    private final CurrentActor actor;

    AdministratorResource(AdministratorService service, CurrentActor actor) {
        this.service = service;
        this.actor = actor;
    }

    @GET
    @Operation(
            operationId = "listInstituteAdministrators",
            summary = "The institute's administrators, invited ones too",
            description = "In the order of their ids. There is no such list for anybody but them and the network"
                    + " administrator. 503 while Keycloak does not answer.")
    public Page<AdministratorResponse> list(@PathParam("id") String id, @BeanParam ListQuery query) {
        return service.list(id, query, actor.get());
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "inviteInstituteAdministrator",
            summary = "Makes a person an administrator of the institute",
            description =
                    "Finds the person's account in Keycloak by the address, or makes one, and has Keycloak send the"
                            + " mail that sets a password to those who have none. Whoever is invited again is answered as they"
                            + " are, and gets the mail again while they have no password. An account with other roles in the"
                            + " registry is for the network administrator to add (403). 503 while Keycloak does not answer:"
                            + " nothing has changed then.")
    @APIResponse(
            responseCode = "201",
            description = "Invited; counts for the tokens that the person gets from now on",
            content = @Content(schema = @Schema(implementation = AdministratorResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "The person is an administrator of the institute already",
            content = @Content(schema = @Schema(implementation = AdministratorResponse.class)))
    public Response invite(
            @PathParam("id") String id,
            AdministratorRequest request,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        var invitation = service.invite(id, request, actor.get());
        return Response.status(invitation.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .header(
                        HttpHeaders.LOCATION,
                        "/v1/institutes/" + id + "/administrators/"
                                + invitation.administrator().id())
                .entity(invitation.administrator())
                .build();
    }

    @GET
    @Path("/{administratorId}")
    @Operation(operationId = "getInstituteAdministrator", summary = "One administrator of the institute")
    public AdministratorResponse get(
            @PathParam("id") String id,
            @Parameter(description = ADMINISTRATOR) @PathParam("administratorId") String administratorId) {
        return service.get(id, administratorId, actor.get());
    }

    @DELETE
    @Path("/{administratorId}")
    @Operation(
            operationId = "removeInstituteAdministrator",
            summary = "Lets the person act for the institute no more",
            description = "The account stays, with all that it may do elsewhere. Tokens that were given before are good"
                    + " until they expire, five minutes at most. Somebody active stays behind: the last such administrator"
                    + " is for the network administrator to remove (409). 503 while Keycloak does not answer.")
    @APIResponse(responseCode = "204", description = "Removed; counts for the tokens that are given from now on")
    public void remove(
            @PathParam("id") String id,
            @Parameter(description = ADMINISTRATOR) @PathParam("administratorId") String administratorId) {
        service.remove(id, administratorId, actor.get());
    }
}
