package ma.jazari.institutes.suggestion;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.HistoryItem;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Change suggestions over HTTP. */
@Path("/v1/change-suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Change suggestions")
class SuggestionResource {

    private final SuggestionService service;
    private final SuggestionSearch search;
    private final SuggestionViews views;
    private final History history;
    private final CurrentActor actor;

    SuggestionResource(
            SuggestionService service,
            SuggestionSearch search,
            SuggestionViews views,
            History history,
            CurrentActor actor) {
        this.service = service;
        this.search = search;
        this.views = views;
        this.history = history;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listChangeSuggestions",
            summary = "The change suggestions that match: the caller's own, and those for its institutes")
    public Page<SuggestionResponse> list(@BeanParam SuggestionQuery query) {
        var page = search.find(query, actor.get());
        return page.with(views.of(page.items(), actor.get()));
    }

    @POST
    @Idempotent
    @Authenticated
    @Operation(
            operationId = "suggestChange",
            summary = "Proposes a change of an institute, for the network administrator to review")
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(schema = @Schema(implementation = SuggestionResponse.class)))
    public Response propose(
            SuggestionRequest request,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        var suggestion = service.propose(request, actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/change-suggestions/" + suggestion.id())
                .entity(views.of(suggestion, actor.get()))
                .build();
    }

    @GET
    @Authenticated
    @Path("/{id}")
    @Operation(
            operationId = "getChangeSuggestion",
            summary = "One change suggestion, beside what its institute had then and has now")
    public SuggestionResponse get(@Parameter(description = "The suggestion's id, a UUID") @PathParam("id") String id) {
        return views.of(service.get(id, actor.get()), actor.get());
    }

    @POST
    @Idempotent
    @Authenticated
    @Path("/{id}/transitions")
    @Operation(
            operationId = "moveChangeSuggestion",
            summary = "Applies or discards the suggestion (network administrator), or withdraws it (its proposer)")
    @APIResponse(
            responseCode = "200",
            description = "Moved; an APPLIED one has changed its institute",
            content = @Content(schema = @Schema(implementation = SuggestionResponse.class)))
    public Response move(
            @Parameter(description = "The suggestion's id, a UUID") @PathParam("id") String id,
            @Parameter(description = "The ETag that the move is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            SuggestionTransition move) {
        var moved = service.move(id, ExpectedVersion.of(ifMatch), move, actor.get());
        return Response.ok(views.of(moved, actor.get())).build();
    }

    @GET
    @Authenticated
    @Path("/{id}/history")
    @Operation(
            operationId = "getChangeSuggestionHistory",
            summary = "The changes of the suggestion, a hash chain, oldest first")
    public Page<HistoryItem> history(
            @Parameter(description = "The suggestion's id, a UUID") @PathParam("id") String id,
            @BeanParam ListQuery query) {
        var suggestion = service.get(id, actor.get());
        // Whoever sees a suggestion sees all of it: its proposer wrote what is private in it.
        return history.of(new Subject(SuggestionPolicy.SUBJECT, suggestion.id()), query, actor.get(), true);
    }
}
