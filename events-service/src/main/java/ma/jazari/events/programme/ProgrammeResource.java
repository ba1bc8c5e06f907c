package ma.jazari.events.programme;

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
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.HistoryItem;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.http.SharedRead;
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

/** Programmes over HTTP. */
@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes")
class ProgrammeResource {

    private static final String ID = "The programme's id or its code";

    private final ProgrammeService service;
    private final History history;
    private final CurrentActor actor;
    private final Languages languages;
    private final ObjectMapper mapper;

    ProgrammeResource(
            ProgrammeService service, History history, CurrentActor actor, Languages languages, ObjectMapper mapper) {
        this.service = service;
        this.history = history;
        this.actor = actor;
        this.languages = languages;
        this.mapper = mapper;
    }

    @GET
    @PermitAll
    @SharedRead
    @Operation(operationId = "listProgrammes", summary = "The programmes that match")
    public Page<ProgrammeResponse> list(@BeanParam ProgrammeQuery query) {
        var page = service.find(query, actor.get());
        return page.with(page.items().stream().map(this::shown).toList());
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Operation(operationId = "createProgramme", summary = "Sets up a programme")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
    public Response create(
            ProgrammeRequest request,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        var programme = service.create(request, actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/programmes/" + programme.id())
                .entity(shown(programme))
                .build();
    }

    @GET
    @PermitAll
    @SharedRead
    @Path("/{id}")
    @Operation(operationId = "getProgramme", summary = "One programme, now or at an instant of the past")
    public ProgrammeResponse get(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "A date (its end, UTC) or an instant") @QueryParam("asOf") @Nullable String asOf) {
        var programme = service.get(id, actor.get());
        return asOf == null ? shown(programme) : past(programme.id(), asOf);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Consumes(JsonRequestReader.MERGE_PATCH)
    @Operation(operationId = "changeProgramme", summary = "Changes what the merge patch names")
    public ProgrammeResponse change(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "The ETag that the change is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            MergePatch patch) {
        return shown(service.change(id, ExpectedVersion.of(ifMatch), patch, actor.get()));
    }

    @POST
    @Idempotent
    @Path("/{id}/transitions")
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Operation(operationId = "moveProgramme", summary = "Moves the programme through its lifecycle")
    @APIResponse(
            responseCode = "200",
            description = "Moved",
            content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
    public Response move(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "The ETag that the move is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            TransitionRequest move) {
        return Response.ok(shown(service.move(id, ExpectedVersion.of(ifMatch), move, actor.get())))
                .build();
    }

    @GET
    @PermitAll
    @Path("/{id}/history")
    @Operation(
            operationId = "getProgrammeHistory",
            summary = "The changes of the programme and its indicators, a hash chain, oldest first")
    public Page<HistoryItem> history(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam ListQuery query) {
        var programme = service.get(id, actor.get());
        return history.of(subject(programme.id()), query, actor.get(), false);
    }

    private ProgrammeResponse shown(Programme programme) {
        var moves = ProgrammePolicy.moves(programme.status(), actor.get());
        return ProgrammeResponse.of(programme.state(), moves, languages.preferred());
    }

    private ProgrammeResponse past(String id, String asOf) {
        var past = history.asOf(subject(id), AsOf.parse(asOf), actor.get())
                .orElseThrow(() -> Problem.notFound("programme at " + asOf + ":", id));
        var state = mapper.convertValue(past.state(), ProgrammeState.class);
        return ProgrammeResponse.of(state, List.of(), languages.preferred());
    }

    private static Subject subject(String id) {
        return new Subject(ProgrammePolicy.SUBJECT, id);
    }
}
