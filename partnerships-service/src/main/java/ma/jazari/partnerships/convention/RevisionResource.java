package ma.jazari.partnerships.convention;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.idempotency.IdempotencyInterceptor;
import ma.jazari.platform.idempotency.Idempotent;
import ma.jazari.platform.json.JsonRequestReader;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The texts of conventions over HTTP. */
@Path("/v1/conventions/{id}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conventions")
class RevisionResource {

    private final RevisionService service;
    private final AmendmentService amendments;
    private final ConventionViews views;
    private final CurrentActor actor;

    RevisionResource(RevisionService service, AmendmentService amendments, ConventionViews views, CurrentActor actor) {
        this.service = service;
        this.amendments = amendments;
        this.views = views;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listRevisions",
            summary =
                    "The texts of a convention, the first one first: all for its parties, else those that were in force")
    public Page<RevisionResponse> list(@PathParam("id") String id, @BeanParam ListQuery query) {
        return service.list(id, query, actor.get());
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Consumes({MediaType.APPLICATION_JSON, JsonRequestReader.MERGE_PATCH})
    @Operation(
            operationId = "proposeRevision",
            summary = "Proposes another text: an amendment of what is in force, or a counter of what is proposed")
    @APIResponse(
            responseCode = "201",
            description = "Proposed; the convention with the new text, which waits for approval",
            content = @Content(schema = @Schema(implementation = ConventionResponse.class)))
    public Response propose(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that the proposal is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            MergePatch changes) {
        var shown = views.proposed(amendments.propose(id, ExpectedVersion.of(ifMatch), changes, actor.get()));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/conventions/" + shown.id() + "/revisions/" + shown.revision())
                .entity(shown)
                .build();
    }

    @GET
    @PermitAll
    @Path("/{number}")
    @Operation(operationId = "getRevision", summary = "One text of a convention, as it is hashed")
    public RevisionResponse get(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @PathParam("number") String number) {
        return service.get(id, RevisionNumber.of("revision", number), actor.get());
    }

    @GET
    @PermitAll
    @Path("/{number}/canonical-form")
    @Produces("application/octet-stream")
    @Operation(
            operationId = "getCanonicalForm",
            summary = "The very bytes whose SHA-256 is the digest, and which a signature is over")
    @APIResponse(
            responseCode = "200",
            description = "JSON in the canonical form of RFC 8785, in UTF-8",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response canonicalForm(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @PathParam("number") String number) {
        var canonical = service.canonicalForm(id, RevisionNumber.of("revision", number), actor.get());
        return Response.ok(canonical.getBytes(StandardCharsets.UTF_8), "application/octet-stream")
                .build();
    }

    @GET
    @PermitAll
    @Path("/{number}/diff")
    @Operation(operationId = "compareRevisions", summary = "What differs between two texts of a convention")
    public RevisionDiff diff(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @PathParam("number") String number,
            @Parameter(
                            description = "The number of the other text",
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @QueryParam("to")
                    @Nullable String to) {
        if (to == null) {
            throw Problem.invalid("to", "is required: the number of the other text");
        }
        return service.diff(id, RevisionNumber.of("revision", number), RevisionNumber.of("to", to), actor.get());
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Path("/{number}/transitions")
    @Operation(
            operationId = "endAmendment",
            summary = "Withdraws or rejects an amendment that is under negotiation; what is in force stays in force")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content = @Content(schema = @Schema(implementation = ConventionResponse.class)))
    public Response end(
            @PathParam("id") String id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @PathParam("number") String number,
            @Parameter(description = "The ETag that the move is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "A quoted string; the same request with the same key is carried out once")
                    @HeaderParam(IdempotencyInterceptor.HEADER)
                    @Nullable String idempotencyKey,
            RevisionTransitionRequest request) {
        var convention = amendments.end(
                id, RevisionNumber.of("revision", number), ExpectedVersion.of(ifMatch), request, actor.get());
        return Response.ok(views.shown(convention)).build();
    }
}
