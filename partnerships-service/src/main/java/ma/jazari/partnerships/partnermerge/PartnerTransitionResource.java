package ma.jazari.partnerships.partnermerge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.partnerships.partner.PartnerPolicy;
import ma.jazari.partnerships.partner.PartnerResponse;
import ma.jazari.partnerships.partner.PartnerStatus;
import ma.jazari.partnerships.partner.PartnerView;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The moves of partners through their lifecycle over HTTP. */
@Path("/v1/partners/{id}/transitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
class PartnerTransitionResource {

    private final PartnerMoves moves;
    private final PartnerMerges merges;
    private final PartnerView view;
    private final CurrentActor actor;

    PartnerTransitionResource(PartnerMoves moves, PartnerMerges merges, PartnerView view, CurrentActor actor) {
        this.moves = moves;
        this.merges = merges;
        this.view = view;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Operation(operationId = "movePartner", summary = "Moves the partner through its lifecycle")
    @APIResponse(
            responseCode = "200",
            description = "Moved; with dryRun=true what a merge would do",
            content = @Content(schema = @Schema(oneOf = {PartnerResponse.class, PartnerMergePreview.class})))
    public Response move(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that the move is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            @Parameter(
                            description = "Of a move to MERGED: says what it would do, and changes nothing",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("dryRun")
                    @Nullable String dryRun,
            PartnerTransition move) {
        var expected = ExpectedVersion.of(ifMatch);
        return ListQuery.flag("dryRun", dryRun)
                ? Response.ok(preview(id, expected, move)).build()
                : Response.ok(view.of(moves.move(id, expected, move, actor.get())))
                        .build();
    }

    private PartnerMergePreview preview(String id, ExpectedVersion expected, PartnerTransition move) {
        if (move.to() != PartnerStatus.MERGED) {
            throw Problem.invalid("dryRun", "is there for a move to MERGED alone");
        }
        var planned = merges.preview(id, expected, move);
        var source = view.of(planned.source(), PartnerPolicy.moves(PartnerStatus.MERGED, actor.get()));
        return PartnerMergePreview.of(planned.gains(), source, view.of(planned.successor()));
    }
}
