package ma.jazari.events.session;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import ma.jazari.events.session.SessionService.Address;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.json.JsonRequestReader;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.text.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The agendas of program events over HTTP. */
@Path("/v1/program-events/{id}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Program events")
class SessionResource {

    private static final String SESSION = "The id of the session";

    private final SessionService service;
    private final CurrentActor actor;
    private final Languages languages;
    private final ZoneTimes zones;

    SessionResource(SessionService service, CurrentActor actor, Languages languages, ZoneTimes zones) {
        this.service = service;
        this.actor = actor;
        this.languages = languages;
        this.zones = zones;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listSessions",
            summary = "The agenda of a program event, in the order of time, now or at an instant of the past")
    public Page<SessionResponse> list(@PathParam("id") String id, @BeanParam SessionQuery query) {
        var page = service.list(id, query, actor.get());
        return page.with(page.items().stream().map(this::shown).toList());
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(operationId = "addSession", summary = "Adds a session to the agenda")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = SessionResponse.class)))
    public Response add(
            @PathParam("id") String id,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            SessionRequest request) {
        var added = service.add(id, request, actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/program-events/" + added.eventId() + "/sessions/" + added.id())
                .entity(shown(added))
                .build();
    }

    @GET
    @PermitAll
    @Path("/{sessionId}")
    @Operation(operationId = "getSession", summary = "One session of a program event")
    public SessionResponse get(
            @PathParam("id") String id, @Parameter(description = SESSION) @PathParam("sessionId") String sessionId) {
        return shown(service.get(new Address(id, sessionId), actor.get()));
    }

    @PATCH
    @Path("/{sessionId}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Consumes(JsonRequestReader.MERGE_PATCH)
    @Operation(operationId = "changeSession", summary = "Changes what the merge patch names")
    public SessionResponse change(
            @PathParam("id") String id,
            @Parameter(description = SESSION) @PathParam("sessionId") String sessionId,
            @Parameter(description = "The session's ETag that the change is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            MergePatch patch) {
        return shown(service.change(new Address(id, sessionId), ExpectedVersion.of(ifMatch), patch, actor.get()));
    }

    @DELETE
    @Path("/{sessionId}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(operationId = "removeSession", summary = "Takes the session away; the event's history keeps it")
    public void remove(
            @PathParam("id") String id,
            @Parameter(description = SESSION) @PathParam("sessionId") String sessionId,
            @Parameter(description = "The session's ETag", required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.remove(new Address(id, sessionId), ExpectedVersion.of(ifMatch), actor.get());
    }

    private SessionResponse shown(Session session) {
        return shown(AgendaItem.of(session, zones));
    }

    private SessionResponse shown(AgendaItem session) {
        return SessionResponse.of(session, languages.preferred());
    }
}
