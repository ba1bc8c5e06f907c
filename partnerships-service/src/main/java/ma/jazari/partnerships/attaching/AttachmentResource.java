package ma.jazari.partnerships.attaching;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import ma.jazari.partnerships.attaching.AttachmentService.Wanted;
import ma.jazari.partnerships.attachment.AttachedFile;
import ma.jazari.partnerships.attachment.AttachmentPurpose;
import ma.jazari.partnerships.attachment.AttachmentVisibility;
import ma.jazari.partnerships.attachment.Attachments;
import ma.jazari.partnerships.convention.ConventionService;
import ma.jazari.partnerships.convention.ConventionViews;
import ma.jazari.platform.file.FileAnswer;
import ma.jazari.platform.file.FileType;
import ma.jazari.platform.file.Upload;
import ma.jazari.platform.http.ExpectedVersion;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of conventions over HTTP, streamed both ways. */
@Path("/v1/conventions/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conventions")
class AttachmentResource {

    private final AttachmentService service;
    private final ConventionService conventions;
    private final ConventionViews views;
    private final FileAnswer answer;
    private final CurrentActor actor;

    AttachmentResource(
            AttachmentService service,
            ConventionService conventions,
            ConventionViews views,
            FileAnswer answer,
            CurrentActor actor) {
        this.service = service;
        this.conventions = conventions;
        this.views = views;
        this.answer = answer;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listAttachments", summary = "The files of a convention that the caller may read")
    public Page<AttachedFile> list(@PathParam("id") String id) {
        var shown = views.shown(conventions.get(id, actor.get()));
        return new Page<>(shown.attachments(), null, null);
    }

    @POST
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN, Role.PARTNER})
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "addAttachment",
            summary =
                    "Adds a file of up to 20 MB: PDF, PNG, JPEG, TIFF or WebP; an annex of a draft becomes part of its text")
    @RequestBody(
            description = "The bytes",
            required = true,
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/tiff", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "Added; the ETag is the convention's",
            content = @Content(schema = @Schema(implementation = AttachedFile.class)))
    public Response add(
            @PathParam("id") String id,
            @Parameter(description = "The file's name", required = true) @QueryParam("name") @Nullable String name,
            @Parameter(
                            description = "Who may read it once the convention is public; PRIVATE by default",
                            schema = @Schema(enumeration = {"PUBLIC", "PRIVATE"}))
                    @QueryParam("visibility")
                    @Nullable String visibility,
            @Parameter(
                            description =
                                    "What it is for; by default an annex until the text is agreed, then the scan of what was signed, then evidence",
                            schema = @Schema(enumeration = {"ANNEX", "SCAN", "EVIDENCE"}))
                    @QueryParam("purpose")
                    @Nullable String purpose,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Parameter(description = "The ETag of the convention that this is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(hidden = true) InputStream body)
            throws IOException {
        var expected = ExpectedVersion.of(ifMatch);
        var wanted = wanted(name, visibility, purpose, contentType);
        service.checkMayAdd(id, expected, actor.get());
        try (var upload = Upload.receive(wanted.type(), Attachments.WORDS, body);
                var file = upload.open()) {
            var added = service.add(id, expected, wanted, file, actor.get());
            return Response.status(Response.Status.CREATED)
                    .header(
                            HttpHeaders.LOCATION,
                            "/v1/conventions/" + added.convention().id() + "/attachments/"
                                    + added.file().id())
                    .entity(new AttachmentResponse(
                            added.file(), added.convention().version()))
                    .build();
        }
    }

    @GET
    @PermitAll
    @Path("/{attachmentId}")
    @Produces("*/*")
    @Operation(operationId = "getAttachment", summary = "The bytes of a file")
    @APIResponse(
            responseCode = "200",
            description = "The file, whose SHA-256 is its digest",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(
            @PathParam("id") String id,
            @PathParam("attachmentId") String attachmentId,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var file = service.get(id, attachmentId, actor.get());
        return answer.of(file.stored(), file.isPublic(), ifNoneMatch);
    }

    private static Wanted wanted(
            @Nullable String name,
            @Nullable String visibility,
            @Nullable String purpose,
            @Nullable String contentType) {
        if (name == null) {
            throw Problem.invalid("name", "is required: the file's name");
        }
        return new Wanted(
                name,
                FileType.ofContentType(contentType, Attachments.WORDS),
                first(ListQuery.anyOf("visibility", visibility, AttachmentVisibility.class))
                        .orElse(AttachmentVisibility.PRIVATE),
                first(ListQuery.anyOf("purpose", purpose, AttachmentPurpose.class))
                        .orElse(null));
    }

    private static <T> Optional<T> first(List<T> given) {
        return given.stream().findFirst();
    }
}
