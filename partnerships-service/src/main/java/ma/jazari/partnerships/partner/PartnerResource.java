package ma.jazari.partnerships.partner;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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

/** Partners over HTTP. */
@Path("/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
class PartnerResource {

    private final PartnerService service;
    private final PartnerSearch search;
    private final PartnerView view;
    private final PartnerSuccessions successions;
    private final History history;
    private final CurrentActor actor;
    private final Languages languages;
    private final ObjectMapper mapper;

    PartnerResource(
            PartnerService service,
            PartnerSearch search,
            PartnerView view,
            PartnerSuccessions successions,
            History history,
            CurrentActor actor,
            Languages languages,
            ObjectMapper mapper) {
        this.service = service;
        this.search = search;
        this.view = view;
        this.successions = successions;
        this.history = history;
        this.actor = actor;
        this.languages = languages;
        this.mapper = mapper;
    }

    @GET
    @PermitAll
    @SharedRead
    @Operation(operationId = "listPartners", summary = "The partners that match")
    public Page<PartnerResponse> list(@BeanParam PartnerQuery wanted, @BeanParam PartnerListQuery query) {
        var page = search.find(wanted, query);
        return page.with(view.of(page.items()));
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Operation(operationId = "createPartner", summary = "Admits a new partner")
    @APIResponse(
            responseCode = "201",
            description = "Created, active at once",
            content = @Content(schema = @Schema(implementation = PartnerResponse.class)))
    public Response create(
            PartnerRequest request,
            @Parameter(
                            description = "Whether it is known that the partner looks like others",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("confirmed")
                    @Nullable String confirmed,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey) {
        var partner = service.create(request, ListQuery.flag("confirmed", confirmed), actor.get());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/partners/" + partner.id())
                .entity(view.of(partner))
                .build();
    }

    @GET
    @PermitAll
    @SharedRead
    @Path("/{id}")
    @Operation(operationId = "getPartner", summary = "One partner, now or at an instant of the past")
    @APIResponse(
            responseCode = "200",
            description = "The partner",
            content = @Content(schema = @Schema(implementation = PartnerResponse.class)))
    @APIResponse(
            responseCode = "308",
            description = "It was merged; Location names the partner that it is now, at the end of all merges since")
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
        var partner = service.get(id);
        return partner.successorId() != null && follows
                ? redirected(partner, uri)
                : Response.ok(view.of(partner)).build();
    }

    /** Not to be remembered for good: the successor may be merged in its turn. */
    private Response redirected(Partner partner, UriInfo uri) {
        var query = uri.getRequestUri().getRawQuery();
        var current = successions.current(List.of(partner.id())).getOrDefault(partner.id(), partner.id());
        return Response.status(Response.Status.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, "/v1/partners/" + current + (query == null ? "" : "?" + query))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Consumes(JsonRequestReader.MERGE_PATCH)
    @Operation(operationId = "changePartner", summary = "Changes what the merge patch names")
    public PartnerResponse change(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that the change is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            MergePatch patch) {
        return view.of(service.change(id, ExpectedVersion.of(ifMatch), patch, actor.get()));
    }

    @GET
    @PermitAll
    @Path("/{id}/history")
    @Operation(operationId = "getPartnerHistory", summary = "The changes of the partner, a hash chain, oldest first")
    public Page<HistoryItem> history(@PathParam("id") String id, @BeanParam ListQuery query) {
        service.get(id);
        return history.of(subject(id), query, actor.get(), PartnerPolicy.maySeePrivate(id, actor.get()));
    }

    private PartnerResponse past(String id, String asOf) {
        PublicId.checked(Partner.ID_PREFIX, id);
        var past = history.asOf(subject(id), AsOf.parse(asOf), actor.get())
                .orElseThrow(() -> Problem.notFound("partner at " + asOf + ":", id));
        var state = mapper.convertValue(past.state(), PartnerState.class);
        return PartnerResponse.of(state, null, List.of(), languages.preferred());
    }

    private static Subject subject(String id) {
        return new Subject(PartnerPolicy.SUBJECT, id);
    }
}
