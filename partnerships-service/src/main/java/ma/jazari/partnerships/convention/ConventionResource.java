package ma.jazari.partnerships.convention;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.partnerships.convention.ConventionViews.TextView;
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.HistoryItem;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.http.SharedRead;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.json.JsonRequestReader;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.time.AsOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Conventions over HTTP. */
@Path("/v1/conventions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conventions")
class ConventionResource {

    private final ConventionService service;
    private final ConventionMoves moves;
    private final ConventionValidation validation;
    private final ConventionViews views;
    private final History history;
    private final CurrentActor actor;

    ConventionResource(
            ConventionService service,
            ConventionMoves moves,
            ConventionValidation validation,
            ConventionViews views,
            History history,
            CurrentActor actor) {
        this.service = service;
        this.moves = moves;
        this.validation = validation;
        this.views = views;
        this.history = history;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @SharedRead
    @Operation(
            operationId = "listConventions",
            summary = "The conventions that match: those that are or were in force, and the caller's own")
    public Page<ConventionResponse> list(@BeanParam ConventionQuery query) {
        return views.shown(service.find(query, actor.get()));
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Operation(operationId = "draftConvention", summary = "Drafts a new convention, for its parties' eyes alone")
    @APIResponse(
            responseCode = "201",
            description = "Created, as a draft",
            content = @Content(schema = @Schema(implementation = ConventionResponse.class)))
    public Response draft(
            ConventionRequest request,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        var convention = service.draft(request, actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/conventions/" + convention.id())
                .entity(views.shown(convention))
                .build();
    }

    @POST
    @Path("/validate")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Operation(
            operationId = "validateConvention",
            summary = "Says all that is wrong with a convention, and its digest; stores nothing")
    @RequestBody(content = @Content(schema = @Schema(implementation = ConventionRequest.class)))
    public ConventionValidation.Result validate(MergePatch convention) {
        return validation.validate(convention, actor.get());
    }

    @GET
    @PermitAll
    @SharedRead
    @Path("/{id}")
    @Operation(operationId = "getConvention", summary = "One convention, now or at an instant of the past")
    public ConventionResponse get(
            @PathParam("id") String id,
            @Parameter(description = "A date (its end, UTC) or an instant") @QueryParam("asOf") @Nullable String asOf,
            @Parameter(
                            description =
                                    "Which text: inForce, or proposed, which its parties see; by default the one in force, else the latest",
                            schema = @Schema(enumeration = {"inForce", "proposed"}))
                    @QueryParam("view")
                    @Nullable String view) {
        var text = TextView.of(view);
        return asOf == null ? views.shown(service.get(id, actor.get()), text) : views.past(id, AsOf.parse(asOf), text);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Consumes(JsonRequestReader.MERGE_PATCH)
    @Operation(
            operationId = "changeConvention",
            summary = "Changes what the merge patch names, in a draft; later the contacts alone")
    public ConventionResponse change(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that the change is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            MergePatch patch) {
        return views.shown(service.change(id, ExpectedVersion.of(ifMatch), patch, actor.get()));
    }

    @POST
    @Idempotent
    @Path("/{id}/transitions")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Operation(operationId = "moveConvention", summary = "Moves the convention through its states")
    @APIResponse(
            responseCode = "200",
            description = "Moved",
            content = @Content(schema = @Schema(implementation = ConventionResponse.class)))
    public Response move(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that the move is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            TransitionRequest move) {
        var moved = moves.move(id, ExpectedVersion.of(ifMatch), move, actor.get());
        return Response.ok(views.shown(moved)).build();
    }

    @GET
    @PermitAll
    @Path("/{id}/history")
    @Operation(
            operationId = "getConventionHistory",
            summary = "The changes of the convention, a hash chain, oldest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @BeanParam ListQuery query) {
        var convention = service.get(id, actor.get());
        var withPrivate = ConventionPolicy.maySeeConfidential(convention, actor.get());
        return history.of(ConventionViews.subject(convention.id()), query, actor.get(), withPrivate);
    }
}
