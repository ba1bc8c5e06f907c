package ma.jazari.events.registration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import ma.jazari.events.programevent.ProgramEventService;
import ma.jazari.events.programevent.Question;
import ma.jazari.platform.http.Confidential;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
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

/** Registrations for a program event: whoever may registers, the organiser sees who did. */
@Path("/v1/program-events/{id}/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Confidential
@Tag(name = "Registrations")
class RegistrationsResource {

    private static final String CSV = "text/csv";
    private static final int ROWS_AT_ONCE = 500;

    private final RegistrationService service;
    private final OrganiserService organiser;
    private final LostLinks links;
    private final ProgramEventService events;
    private final CurrentActor actor;
    private final Languages languages;

    RegistrationsResource(
            RegistrationService service,
            OrganiserService organiser,
            LostLinks links,
            ProgramEventService events,
            CurrentActor actor,
            Languages languages) {
        this.service = service;
        this.organiser = organiser;
        this.links = links;
        this.events = events;
        this.actor = actor;
        this.languages = languages;
    }

    // Many wait for their turn at once; a thread that waits must cost nothing.
    @RunOnVirtualThread
    @POST
    @InTurn
    @Idempotent
    @PermitAll
    @Operation(
            operationId = "registerForProgramEvent",
            summary = "Registers for the program event",
            description =
                    """
                    CONFIRMED where there is a place, WAITING with the `position` in the queue where there is none, PENDING where \
                    the organiser decides. A place that becomes free is OFFERED to the first who waits, by mail, until \
                    `offerExpiresAt`. The answer has the secret `manageUrl`.""")
    @APIResponse(
            responseCode = "201",
            description = "Registered, or in the queue",
            content = @Content(schema = @Schema(implementation = RegistrationResponse.class)))
    public Response register(
            @PathParam("id") String id,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            RegistrationRequest request) {
        var lang = languages.preferred().getFirst();
        var registration = service.shown(service.register(id, request, lang, actor.get()));
        // Where the caller may read it: the other address is the organiser's.
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, registration.manageUrl())
                .entity(registration)
                .build();
    }

    @RunOnVirtualThread
    @POST
    @InTurn
    @Path("/link")
    @PermitAll
    @Operation(
            operationId = "sendRegistrationLink",
            summary = "Sends the secret link of a registration again, to the address that it was made by",
            description =
                    "At most once an hour. The answer is the same whether somebody registered by the address or not.")
    @APIResponse(
            responseCode = "202",
            description = "If somebody registered by this address, a mail is on its way to it")
    public Response sendLink(@PathParam("id") String id, LinkRequest request) {
        links.send(id, request.email(), actor.get());
        return Response.accepted().build();
    }

    @GET
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(
            operationId = "listRegistrations",
            summary = "Who registered for the program event, in the order of joining; for its organiser alone")
    public Page<RegistrationResponse> list(@PathParam("id") String id, @BeanParam RegistrationQuery query) {
        var page = organiser.find(id, query, actor.get());
        return page.with(organiser.shown(page.items()));
    }

    @GET
    @Produces(CSV)
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(
            operationId = "exportRegistrations",
            summary = "Who registered for the program event, as a table; for its organiser alone")
    @APIResponse(
            responseCode = "200",
            description = "All of them, a column for each question, too",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response table(@PathParam("id") String id) {
        var caller = actor.get();
        var settings = events.organised(id, caller).registration();
        var questions = settings == null ? List.<Question>of() : settings.questionsOrNone();
        StreamingOutput rows = out -> {
            var table = new RegistrationList(questions, out);
            long last = 0;
            List<Registration> some;
            do {
                some = organiser.after(id, last, ROWS_AT_ONCE, caller);
                for (var registration : some) {
                    table.write(registration);
                    last = registration.number();
                }
            } while (some.size() == ROWS_AT_ONCE);
            table.end();
        };
        return Response.ok(rows, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"registrations.csv\"")
                .build();
    }

    @GET
    @Path("/{registrationId}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(operationId = "getRegistration", summary = "One registration, for the organiser")
    public RegistrationResponse get(@PathParam("id") String id, @PathParam("registrationId") String registrationId) {
        return shown(organiser.get(id, registrationId, actor.get()));
    }

    @POST
    @InTurn
    @Idempotent
    @Path("/{registrationId}/transitions")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(
            operationId = "moveRegistration",
            summary =
                    "Says yes (CONFIRMED) or no (DECLINED) to somebody who is PENDING, or takes a place away (CANCELLED)",
            description = "A yes gives a place, or where there is none the place in the queue by the time of joining.")
    @APIResponse(
            responseCode = "200",
            description = "Moved",
            content = @Content(schema = @Schema(implementation = RegistrationResponse.class)))
    public Response move(
            @PathParam("id") String id,
            @PathParam("registrationId") String registrationId,
            @Parameter(description = "The ETag that the move is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            RegistrationMove move) {
        var expected = ExpectedVersion.of(ifMatch);
        var moved = organiser.move(id, registrationId, expected, move.to(), actor.get());
        return Response.ok(shown(moved)).build();
    }

    @PUT
    @Path("/{registrationId}/attendance")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(operationId = "checkIn", summary = "Notes that somebody was there, or that this was an error")
    public RegistrationResponse checkIn(
            @PathParam("id") String id,
            @PathParam("registrationId") String registrationId,
            @Parameter(description = "The ETag that the change is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            AttendanceRequest attendance) {
        var expected = ExpectedVersion.of(ifMatch);
        return shown(organiser.checkIn(id, registrationId, expected, attendance.attended(), actor.get()));
    }

    private RegistrationResponse shown(Registration registration) {
        return organiser.shown(List.of(registration)).getFirst();
    }
}
