package ma.jazari.partnerships.partykey;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.platform.security.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The keys of institutes over HTTP. */
@Path("/v1/institutes/{id}/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
class InstituteKeysResource {

    private final KeySetService service;
    private final CurrentActor actor;

    InstituteKeysResource(KeySetService service, CurrentActor actor) {
        this.service = service;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getInstituteKeys",
            summary = "All keys that the institute has ever published, a JSON Web Key Set")
    public KeySetResponse get(@PathParam("id") String id) {
        return KeySetResponse.of(service.get(party(id), actor.get()));
    }

    @GET
    @PermitAll
    @Path("/{kid}")
    @Operation(
            operationId = "getInstituteKey",
            summary = "One key that the institute has published, current or retired")
    public PublishedKey get(@PathParam("id") String id, @PathParam("kid") String kid) {
        return PublishedKey.of(service.get(party(id), kid, actor.get()));
    }

    @PUT
    @Authenticated
    @Operation(
            operationId = "publishInstituteKeys",
            summary = "Says which keys the institute signs with from now on",
            description =
                    "A JSON Web Key Set of the current keys. Those that it does not name are retired, and kept with the time"
                            + " for which they stood; a kid never names another key, and one that was retired never comes back."
                            + " For those who act for the institute alone.")
    public KeySetResponse publish(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that this is based on; needed once keys were published")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            KeySetRequest request) {
        return KeySetResponse.of(service.publish(party(id), ifMatch, request, actor.get()));
    }

    private static PartyRef party(String id) {
        return new PartyRef(PartyType.INSTITUTE, id);
    }
}
