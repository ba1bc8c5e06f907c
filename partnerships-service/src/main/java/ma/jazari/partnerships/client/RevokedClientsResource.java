package ma.jazari.partnerships.client;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the gateway, which refuses the tokens of these clients and has no route to here. */
@Path("/internal/clients/revoked")
@Produces(MediaType.TEXT_PLAIN)
public class RevokedClientsResource {

    private final RevokedClients revoked;

    RevokedClientsResource(RevokedClients revoked) {
        this.revoked = revoked;
    }

    /** One client id a line. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public String revoked() {
        return String.join("\n", revoked.ids());
    }
}
