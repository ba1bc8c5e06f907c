package ma.jazari.events.registration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.platform.http.Confidential;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * A registration for whom it is of: whoever has the key of its link. Reading changes nothing, since programs follow the links
 * of mails, too. Moves name the state to be in, and need no If-Match.
 */
@Path("/v1/registrations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Confidential
@Tag(name = "Registrations")
class OwnRegistrationResource {

    private final RegistrationService service;
    private final Turns turns;

    OwnRegistrationResource(RegistrationService service, Turns turns) {
        this.service = service;
        this.turns = turns;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getOwnRegistration",
            summary = "All that is kept of a person's registration",
            description = "A browser, which asks for `text/html`, gets a page that does what the mails say.")
    public RegistrationResponse get(@PathParam("id") String id, @BeanParam KeyQuery query) {
        return service.shown(service.get(id, query.key()));
    }

    @GET
    @PermitAll
    @Path("/data")
    @Operation(operationId = "downloadOwnRegistration", summary = "All that is kept of it, as a file")
    @APIResponse(responseCode = "200", description = "The same as the registration itself, to be stored by a browser")
    public Response download(@PathParam("id") String id, @BeanParam KeyQuery query) {
        return Response.ok(service.shown(service.get(id, query.key())))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"registration.json\"")
                .build();
    }

    @RunOnVirtualThread
    @POST
    @PermitAll
    @Path("/transitions")
    @Operation(
            operationId = "moveOwnRegistration",
            summary = "Takes the place that is offered (CONFIRMED), or gives place or turn back (CANCELLED)")
    public RegistrationResponse move(@PathParam("id") String id, @BeanParam KeyQuery query, RegistrationMove move) {
        return service.shown(turns.at(eventOf(id, query), () -> service.move(id, query.key(), move.to())));
    }

    @RunOnVirtualThread
    @DELETE
    @PermitAll
    @Operation(
            operationId = "eraseOwnRegistration",
            summary = "Erases the person",
            description =
                    "What is personal is erased at once and for good; before the event the place goes to the next.")
    @APIResponse(responseCode = "204", description = "Erased; the link leads nowhere now")
    public void erase(@PathParam("id") String id, @BeanParam KeyQuery query) {
        turns.at(eventOf(id, query), () -> service.erase(id, query.key()));
    }

    private String eventOf(String id, KeyQuery query) {
        return service.get(id, query.key()).programEventId().toString();
    }
}
