package ma.jazari.partnerships.sandbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Counterparties to practise with, over HTTP; there are none where conventions are real. */
@Path("/v1/sandbox/counterparty")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
@Tag(name = "Sandbox")
class CounterpartyResource {

    private final Counterparties counterparties;
    private final CurrentActor actor;

    CounterpartyResource(Counterparties counterparties, CurrentActor actor) {
        this.counterparties = counterparties;
        this.actor = actor;
    }

    @POST
    @Operation(
            operationId = "makeCounterparty",
            summary = "Makes a partner that acts by a script, to practise with: name it as a party, and propose")
    @APIResponse(
            responseCode = "201",
            description = "Made; it acts within seconds of what waits for it",
            content = @Content(schema = @Schema(implementation = CounterpartyResponse.class)))
    public Response make(CounterpartyRequest request) {
        var made = counterparties.make(request.behaviour(), actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/sandbox/counterparty/" + made.partnerId())
                .entity(made)
                .build();
    }

    @GET
    @Path("/{partnerId}")
    @Operation(operationId = "getCounterparty", summary = "A counterparty, what it did and what it was answered")
    public CounterpartyResponse get(@PathParam("partnerId") String partnerId) {
        return counterparties.get(partnerId);
    }
}
