package ma.jazari.events.registration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A registration for whom it is of: whoever has the key of its link. Reading changes nothing, since programs follow the links
 * of mails, too. Moves name the state to be in, and need no If-Match.
 */
@Path("/v1/registrations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registrations")
class OwnRegistrationResource {

    private static final String KEY = "The key of the secret link";

    private final RegistrationService service;
    private final Turns turns;

    OwnRegistrationResource(RegistrationService service, Turns turns) {
        this.service = service;
        this.turns = turns;
    }

    @GET
    @PermitAll
    @Operation(operationId = "getOwnRegistration", summary = "All that is kept of a person's registration")
    public RegistrationResponse get(
            @PathParam("id") String id,
            @Parameter(description = KEY, required = true) @QueryParam("key") @Nullable String key) {
        return service.shown(service.get(id, key));
    }

    @RunOnVirtualThread
    @POST
    @PermitAll
    @Path("/transitions")
    @Operation(
            operationId = "moveOwnRegistration",
            summary = "Takes the place that is offered (CONFIRMED), or gives place or turn back (CANCELLED)")
    public RegistrationResponse move(
            @PathParam("id") String id,
            @Parameter(description = KEY, required = true) @QueryParam("key") @Nullable String key,
            RegistrationMove move) {
        return service.shown(turns.at(eventOf(id, key), () -> service.move(id, key, move.to())));
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
    public void erase(
            @PathParam("id") String id,
            @Parameter(description = KEY, required = true) @QueryParam("key") @Nullable String key) {
        turns.at(eventOf(id, key), () -> service.erase(id, key));
    }

    private String eventOf(String id, @Nullable String key) {
        return service.get(id, key).programEventId().toString();
    }
}
