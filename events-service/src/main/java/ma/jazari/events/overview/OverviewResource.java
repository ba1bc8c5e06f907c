package ma.jazari.events.overview;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** This service's part of the network's overview, for the gateway, which composes it. The gateway has no route to it. */
@Path("/internal/overview")
@Produces(MediaType.APPLICATION_JSON)
class OverviewResource {

    private final OverviewService service;

    OverviewResource(OverviewService service) {
        this.service = service;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public EventsOverview read() {
        return service.read();
    }
}
