package ma.jazari.institutes.history;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.institutes.institute.InstituteService;
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.HistoryExport;
import ma.jazari.platform.changelog.Moment;
import ma.jazari.platform.changelog.RecordDiff;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What differs between versions of an institute, and its history as a whole. */
@Path("/v1/institutes")
@Tag(name = "Institutes")
class InstituteHistoryResource {

    private final InstituteService institutes;
    private final History history;
    private final HistoryExport export;
    private final CurrentActor actor;

    InstituteHistoryResource(InstituteService institutes, History history, HistoryExport export, CurrentActor actor) {
        this.institutes = institutes;
        this.history = history;
        this.export = export;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Path("/{id}/diff")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "compareInstituteVersions", summary = "What differs between two versions of the institute")
    public RecordDiff diff(
            @PathParam("id") String id,
            @Parameter(description = "A version, a date (its end, UTC) or an instant", required = true, example = "3")
                    @QueryParam("from")
                    @Nullable String from,
            @Parameter(description = "Likewise; absent for the present", example = "2026-06-01")
                    @QueryParam("to")
                    @Nullable String to) {
        PublicId.checked(Institute.ID_PREFIX, id);
        var between = Moment.Pair.parse(from, to);
        var caller = actor.get();
        return history.diff(subject(id), between, caller, InstitutePolicy.maySeePrivate(id, caller))
                .orElseThrow(() -> Problem.notFound("pair of such versions of the institute", id));
    }

    // Described with the page by page form, whose path and method it has.
    @GET
    @PermitAll
    @Path("/{id}/history")
    // Whoever takes anything gets pages.
    @Produces(HistoryExport.NDJSON + ";qs=0.1")
    @Operation(hidden = true)
    public Response export(@PathParam("id") String id) {
        var caller = actor.get();
        institutes.get(id, caller);
        boolean withPrivate = InstitutePolicy.maySeePrivate(id, caller);
        StreamingOutput chain = to -> export.write(subject(id), caller, withPrivate, to);
        return Response.ok(chain, HistoryExport.NDJSON).build();
    }

    private static Subject subject(String id) {
        return new Subject(InstitutePolicy.SUBJECT, id);
    }
}
