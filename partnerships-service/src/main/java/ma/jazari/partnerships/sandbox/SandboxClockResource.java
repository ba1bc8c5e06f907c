package ma.jazari.partnerships.sandbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.jazari.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clock of agreements over HTTP; there is none where conventions are real. */
@Path("/v1/sandbox/clock")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sandbox")
class SandboxClockResource {

    private final SandboxClock clock;

    SandboxClockResource(SandboxClock clock) {
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Operation(operationId = "getSandboxClock", summary = "The day that the dates of agreements are compared with")
    public ClockResponse get() {
        return clock.read();
    }

    @PUT
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Operation(
            operationId = "moveSandboxClock",
            summary = "Moves that day ahead, for everybody here, and lets come to pass what it brings")
    public ClockResponse move(ClockRequest request) {
        return clock.moveTo(request.days());
    }
}
