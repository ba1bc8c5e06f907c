package ma.jazari.partnerships.client;

import io.quarkus.security.Authenticated;
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
import ma.jazari.platform.http.ExpectedVersion;
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

/** Clients of partners over HTTP. */
@Path("/v1/partners/{id}/clients")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Clients of partners", description = "The systems that may act for a partner, and what they prove it with")
class ClientResource {

    private final ClientService service;
    private final CurrentActor actor;

    ClientResource(ClientService service, CurrentActor actor) {
        this.service = service;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listPartnerClients", summary = "The partner's clients, revoked ones too")
    public Page<ClientResponse> list(@PathParam("id") String id, @BeanParam ListQuery query) {
        return service.list(id, query, actor.get());
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "createPartnerClient",
            summary = "Gives a system of the partner credentials",
            description = "Makes a client in Keycloak that acts for the partner. The answer has its secret; it is not"
                    + " shown again, not even to a repeated request with the same Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "Created, active at once",
            content = @Content(schema = @Schema(implementation = ClientResponse.class)))
    public Response create(
            @PathParam("id") String id,
            ClientRequest request,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        var client = service.create(id, request, actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/partners/" + id + "/clients/" + client.id())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(client)
                .build();
    }

    @GET
    @Path("/{cid}")
    @Operation(operationId = "getPartnerClient", summary = "One client, never with its secret")
    public ClientResponse get(@PathParam("id") String id, @PathParam("cid") String cid) {
        return service.get(id, cid, actor.get());
    }

    @POST
    @Path("/{cid}/transitions")
    @Idempotent
    @Operation(
            operationId = "movePartnerClient",
            summary = "Revokes the client, for good",
            description = "Its tokens are refused within a minute, those that have not expired, too.")
    @APIResponse(
            responseCode = "200",
            description = "Revoked",
            content = @Content(schema = @Schema(implementation = ClientResponse.class)))
    public Response move(
            @PathParam("id") String id,
            @PathParam("cid") String cid,
            @Parameter(description = "The ETag that the move is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            ClientTransitionRequest move,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        return Response.ok(service.move(id, cid, ExpectedVersion.of(ifMatch), move, actor.get()))
                .build();
    }

    @POST
    @Path("/{cid}/rotations")
    @Idempotent
    @Operation(
            operationId = "rotatePartnerClient",
            summary = "Gives the client a new clientId and secret",
            description = "The old pair works, too, until the overlap ends. The answer has the new secret; it is not"
                    + " shown again.")
    @APIResponse(
            responseCode = "200",
            description = "The new pair works from now on",
            content = @Content(schema = @Schema(implementation = ClientResponse.class)))
    public Response rotate(
            @PathParam("id") String id,
            @PathParam("cid") String cid,
            @Parameter(description = "The ETag that this is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            ClientRotationRequest request,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        var rotated = service.rotate(id, cid, ExpectedVersion.of(ifMatch), request, actor.get());
        return Response.ok(rotated)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
