package ma.jazari.partnerships.convention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.Consent;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The word of parties for what takes the word of all, over HTTP. */
@Path("/v1/conventions/{id}/consents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
@Tag(name = "Conventions")
class ConsentResource {

    private final ConsentService service;
    private final ConventionViews views;
    private final CurrentActor actor;

    ConsentResource(ConsentService service, ConventionViews views, CurrentActor actor) {
        this.service = service;
        this.views = views;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "consent",
            summary = "A party's word for the end now, or for going on after the term; the last one carries it out")
    @APIResponse(
            responseCode = "201",
            description = "Given",
            content = @Content(schema = @Schema(implementation = ConventionResponse.class)))
    public Response give(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that this is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            ConsentRequest request) {
        var convention = service.give(id, ExpectedVersion.of(ifMatch), request, actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/conventions/" + convention.id())
                .entity(views.shown(convention))
                .build();
    }

    @DELETE
    @Path("/{to}")
    @Operation(operationId = "takeConsentBack", summary = "Takes a party's word back before all have given theirs")
    public ConventionResponse takeBack(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(enumeration = {"TERMINATION", "RENEWAL"})) @PathParam("to") String to,
            @Parameter(description = "The id of the party; by default the one that the caller acts for")
                    @QueryParam("party")
                    @Nullable String party,
            @Parameter(description = "The ETag that this is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch) {
        var named = party == null
                ? null
                : PartyRef.ofId(party)
                        .orElseThrow(() -> Problem.invalid("party", "must be the id of an institute or a partner"));
        return views.shown(service.takeBack(id, ExpectedVersion.of(ifMatch), consentTo(to), named, actor.get()));
    }

    private static Consent.To consentTo(String to) {
        return ListQuery.anyOf("to", to, Consent.To.class).stream()
                .findFirst()
                .orElseThrow(() -> Problem.invalid("to", "must be one of " + Arrays.toString(Consent.To.values())));
    }
}
