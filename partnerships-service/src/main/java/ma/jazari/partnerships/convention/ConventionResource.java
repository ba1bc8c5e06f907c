package ma.jazari.partnerships.convention;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.convention.ConventionResponse.ForCaller;
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.HistoryItem;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.json.JsonRequestReader;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.text.Languages;
import ma.jazari.platform.time.AsOf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Conventions over HTTP. */
@Path("/v1/conventions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conventions")
class ConventionResource {

    private final ConventionService service;
    private final History history;
    private final CurrentActor actor;
    private final Languages languages;
    private final ObjectMapper mapper;

    ConventionResource(
            ConventionService service, History history, CurrentActor actor, Languages languages, ObjectMapper mapper) {
        this.service = service;
        this.history = history;
        this.actor = actor;
        this.languages = languages;
        this.mapper = mapper;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listConventions",
            summary = "The conventions that match: those that are or were in force, and the caller's own")
    public Page<ConventionResponse> list(@BeanParam ConventionQuery query) {
        var page = service.find(query, actor.get());
        var current = service.successors(page.items());
        return page.with(page.items().stream()
                .map(convention -> shown(convention, current))
                .toList());
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
                .entity(shown(convention))
                .build();
    }

    @GET
    @PermitAll
    @Path("/{id}")
    @Operation(operationId = "getConvention", summary = "One convention, now or at an instant of the past")
    public ConventionResponse get(
            @PathParam("id") String id,
            @Parameter(description = "A date (its end, UTC) or an instant") @QueryParam("asOf") @Nullable String asOf) {
        return asOf == null ? shown(service.get(id, actor.get())) : past(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Consumes(JsonRequestReader.MERGE_PATCH)
    @Operation(operationId = "changeConvention", summary = "Changes what the merge patch names, in a draft")
    public ConventionResponse change(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that the change is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            MergePatch patch) {
        return shown(service.change(id, ExpectedVersion.of(ifMatch), patch, actor.get()));
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
        var moved = service.move(id, ExpectedVersion.of(ifMatch), move, actor.get());
        return Response.ok(shown(moved)).build();
    }

    @GET
    @PermitAll
    @Path("/{id}/history")
    @Operation(
            operationId = "getConventionHistory",
            summary = "The changes of the convention, a hash chain, oldest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @BeanParam ListQuery query) {
        var convention = service.get(id, actor.get());
        var withPrivate = ConventionPolicy.maySeePrivate(convention.agreement().organisations(), actor.get());
        return history.of(subject(convention.id()), query, actor.get(), withPrivate);
    }

    private ConventionResponse shown(Convention convention) {
        return shown(convention, service.successors(List.of(convention)));
    }

    private ConventionResponse shown(Convention convention, Map<String, String> successors) {
        var state = convention.state();
        var insider = ConventionPolicy.maySeePrivate(convention.agreement().organisations(), actor.get());
        var caller = new ForCaller(
                insider ? convention.contacts() : null,
                ConventionPolicy.moves(state.status(), convention.agreement().organisations(), actor.get()),
                insider ? Awaited.of(state) : null,
                successors,
                languages.preferred());
        return ConventionResponse.of(state, caller);
    }

    private ConventionResponse past(String id, String asOf) {
        var uuid = Uuids.checked(id).toString();
        var past = history.asOf(subject(uuid), AsOf.parse(asOf), actor.get())
                .orElseThrow(() -> Problem.notFound("convention at " + asOf + ":", id));
        var state = mapper.convertValue(past.state(), ConventionState.class);
        return ConventionResponse.of(state, ForCaller.ofThePast(languages.preferred()));
    }

    private static Subject subject(String id) {
        return new Subject(ConventionPolicy.SUBJECT, id);
    }
}
