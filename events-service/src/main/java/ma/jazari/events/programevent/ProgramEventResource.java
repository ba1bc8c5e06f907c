package ma.jazari.events.programevent;

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
import java.util.Locale;
import java.util.Map;
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.HistoryItem;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.json.JsonRequestReader;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Program events over HTTP. */
@Path("/v1/program-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Program events")
class ProgramEventResource {

    private final ProgramEventService service;
    private final History history;
    private final PastProgramEvents pastEvents;
    private final CurrentActor actor;
    private final Languages languages;
    private final ObjectMapper mapper;

    ProgramEventResource(
            ProgramEventService service,
            History history,
            PastProgramEvents pastEvents,
            CurrentActor actor,
            Languages languages,
            ObjectMapper mapper) {
        this.service = service;
        this.history = history;
        this.pastEvents = pastEvents;
        this.actor = actor;
        this.languages = languages;
        this.mapper = mapper;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listProgramEvents", summary = "The program events that match")
    public Page<ProgramEventResponse> list(@BeanParam ProgramEventQuery query) {
        var page = service.find(query, actor.get());
        return page.with(shown(page.items()));
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(operationId = "createProgramEvent", summary = "Drafts a new program event")
    @APIResponse(
            responseCode = "201",
            description = "Created, as a draft",
            content = @Content(schema = @Schema(implementation = ProgramEventResponse.class)))
    public Response create(
            ProgramEventRequest request,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        var event = service.create(request, actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/program-events/" + event.id())
                .entity(shown(event))
                .build();
    }

    @GET
    @PermitAll
    @Path("/{id}")
    @Operation(
            operationId = "getProgramEvent",
            summary = "One program event, now or at an instant of the past",
            description = "Once it is published, it is had as a calendar file and as JSON-LD (schema.org Event), too.")
    @APIResponse(
            responseCode = "200",
            description = "The program event",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ProgramEventResponse.class)),
                @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/ld+json", schema = @Schema(type = SchemaType.OBJECT))
            })
    public ProgramEventResponse get(
            @PathParam("id") String id,
            @Parameter(description = "A date (its end, UTC) or an instant") @QueryParam("asOf") @Nullable String asOf) {
        return asOf == null ? shown(service.get(id, actor.get())) : past(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Consumes(JsonRequestReader.MERGE_PATCH)
    @Operation(operationId = "changeProgramEvent", summary = "Changes what the merge patch names")
    public ProgramEventResponse change(
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
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(operationId = "moveProgramEvent", summary = "Moves the program event through its lifecycle")
    @APIResponse(
            responseCode = "200",
            description = "Moved",
            content = @Content(schema = @Schema(implementation = ProgramEventResponse.class)))
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
            operationId = "getProgramEventHistory",
            summary = "The changes of the program event, a hash chain, oldest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @BeanParam ListQuery query) {
        service.get(id, actor.get());
        return history.of(subject(id), query, actor.get(), false);
    }

    private ProgramEventResponse shown(ProgramEvent event) {
        return shown(List.of(event)).getFirst();
    }

    private List<ProgramEventResponse> shown(List<ProgramEvent> events) {
        var successors = service.successors(events);
        var places = service.places(events);
        return events.stream()
                .map(event -> shown(event.state(), successors, places.get(event.id())))
                .toList();
    }

    private ProgramEventResponse shown(
            ProgramEventState state, Map<String, String> successors, @Nullable Places places) {
        var moves = ProgramEventPolicy.moves(state.status(), state.hostInstituteIds(), actor.get());
        var present = new ProgramEventResponse.Present(moves, successors, places, service.callState(state));
        return ProgramEventResponse.of(state, present, languages.preferred());
    }

    private ProgramEventResponse past(String id, String asOf) {
        var state = mapper.convertValue(pastEvents.state(id, asOf, actor.get()), ProgramEventState.class);
        return ProgramEventResponse.of(state, ProgramEventResponse.Present.NONE, languages.preferred());
    }

    private static Subject subject(String id) {
        return new Subject(ProgramEventPolicy.SUBJECT, id.toLowerCase(Locale.ROOT));
    }
}
