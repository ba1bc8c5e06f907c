package ma.jazari.institutes.institute;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import ma.jazari.institutes.merge.MergedInstitutes;
import ma.jazari.platform.changelog.History;
import ma.jazari.platform.changelog.HistoryItem;
import ma.jazari.platform.changelog.Subject;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.http.SharedRead;
import ma.jazari.platform.id.PublicId;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Institutes over HTTP. */
@Path("/v1/institutes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Institutes")
class InstituteResource {

    private final InstituteService service;
    private final InstituteSearch search;
    private final InstituteView view;
    private final MergedInstitutes merged;
    private final History history;
    private final CurrentActor actor;
    private final Languages languages;
    private final ObjectMapper mapper;

    InstituteResource(
            InstituteService service,
            InstituteSearch search,
            InstituteView view,
            MergedInstitutes merged,
            History history,
            CurrentActor actor,
            Languages languages,
            ObjectMapper mapper) {
        this.service = service;
        this.search = search;
        this.view = view;
        this.merged = merged;
        this.history = history;
        this.actor = actor;
        this.languages = languages;
        this.mapper = mapper;
    }

    @GET
    @PermitAll
    @SharedRead
    @Operation(operationId = "listInstitutes", summary = "The institutes that match")
    public Page<InstituteResponse> list(@BeanParam InstituteQuery wanted, @BeanParam InstituteListQuery query) {
        var page = search.find(wanted, query, actor.get());
        return page.with(view.of(page.items()));
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Operation(operationId = "createInstitute", summary = "Drafts a new institute")
    @APIResponse(
            responseCode = "201",
            description = "Created, as a draft",
            content = @Content(schema = @Schema(implementation = InstituteResponse.class)))
    public Response create(
            InstituteRequest request,
            @Parameter(
                            description = "Whether it is known that the institute looks like others",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("confirmed")
                    @Nullable String confirmed,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        var institute = service.create(request, ListQuery.flag("confirmed", confirmed), actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/institutes/" + institute.id())
                .entity(view.of(institute))
                .build();
    }

    @GET
    @PermitAll
    @SharedRead
    @Path("/{id}")
    @Operation(operationId = "getInstitute", summary = "One institute, now or at an instant of the past")
    @APIResponse(
            responseCode = "200",
            description = "The institute",
            content = @Content(schema = @Schema(implementation = InstituteResponse.class)))
    @APIResponse(
            responseCode = "308",
            description = "It was merged; Location names the institute that it is now, at the end of all merges since")
    public Response get(
            @PathParam("id") String id,
            @Parameter(description = "A date (its end, UTC) or an instant") @QueryParam("asOf") @Nullable String asOf,
            @Parameter(
                            description = "Whether a merged one answers with its successor; false reads its own record",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
                    @QueryParam("redirect")
                    @Nullable String redirect,
            @Context UriInfo uri) {
        boolean follows = redirect == null || ListQuery.flag("redirect", redirect);
        if (asOf != null) {
            return Response.ok(past(id, asOf)).build();
        }
        var institute = service.get(id, actor.get());
        return institute.successorId() != null && follows
                ? redirected(institute, uri)
                : Response.ok(view.of(institute)).build();
    }

    /** Not to be remembered for good: a merge can be taken back. */
    private Response redirected(Institute institute, UriInfo uri) {
        var query = uri.getRequestUri().getRawQuery();
        return Response.status(Response.Status.PERMANENT_REDIRECT)
                .header(
                        HttpHeaders.LOCATION,
                        "/v1/institutes/" + merged.current(institute.id()) + (query == null ? "" : "?" + query))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Consumes(JsonRequestReader.MERGE_PATCH)
    @Operation(operationId = "changeInstitute", summary = "Changes what the merge patch names")
    public InstituteResponse change(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that the change is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "Why, for the history", example = "Moved to its new building")
                    @QueryParam("reason")
                    @Size(max = 2000) @Nullable String reason,
            MergePatch patch) {
        return view.of(service.change(id, ExpectedVersion.of(ifMatch), patch, reason, actor.get()));
    }

    @GET
    @PermitAll
    @Path("/{id}/history")
    @Operation(
            operationId = "getInstituteHistory",
            summary = "The changes of the institute, a hash chain, oldest first",
            description =
                    "With `Accept: application/x-ndjson` the whole chain, one item a line and without parameters, for archives.")
    public Page<HistoryItem> history(@PathParam("id") String id, @BeanParam ListQuery query) {
        service.get(id, actor.get());
        return history.of(subject(id), query, actor.get(), InstitutePolicy.maySeePrivate(id, actor.get()));
    }

    private InstituteResponse past(String id, String asOf) {
        PublicId.checked(Institute.ID_PREFIX, id);
        var past = history.asOf(subject(id), AsOf.parse(asOf), actor.get())
                .orElseThrow(() -> Problem.notFound("institute at " + asOf + ":", id));
        var state = mapper.convertValue(past.state(), InstituteState.class);
        return InstituteResponse.of(state, null, List.of(), languages.preferred());
    }

    private static Subject subject(String id) {
        return new Subject(InstitutePolicy.SUBJECT, id);
    }
}
