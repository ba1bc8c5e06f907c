package ma.jazari.events.file;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import ma.jazari.events.file.EventFileService.Address;
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

/** Files of program events over HTTP, streamed both ways. */
@Path("/v1/program-events/{id}/files")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Program events")
class EventFileResource {

    private static final String FILE = "The id of the file";

    private final EventFileService service;
    private final FileAnswer answer;
    private final CurrentActor actor;

    EventFileResource(EventFileService service, FileAnswer answer, CurrentActor actor) {
        this.service = service;
        this.answer = answer;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listProgramEventFiles",
            summary = "The files of a program event, in the order in which they came")
    public Page<ProgramEventFile> list(@PathParam("id") String id, @BeanParam ListQuery query) {
        return service.list(id, query, actor.get());
    }

    @POST
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "addProgramEventFile",
            summary = "Adds a file of up to 20 MB: PDF, PNG, JPEG, TIFF or WebP; it is public once the event is")
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
            description = "Added; the ETag is the program event's",
            content = @Content(schema = @Schema(implementation = ProgramEventFile.class)))
    public Response add(
            @PathParam("id") String id,
            @Parameter(description = "The file's name", required = true) @QueryParam("name") @Nullable String name,
            @Parameter(description = "What it is, for those who choose; one line") @QueryParam("title") @Nullable String title,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Parameter(description = "The ETag of the program event that this is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(hidden = true) InputStream body)
            throws IOException {
        var expected = ExpectedVersion.of(ifMatch);
        var label = label(name, title, contentType);
        service.checkMayAdd(id, expected, actor.get());
        try (var upload = Upload.receive(label.type(), EventFileService.WORDS, body);
                var file = upload.open()) {
            var added = service.add(id, expected, label, file, actor.get());
            return Response.status(Response.Status.CREATED)
                    .header(
                            HttpHeaders.LOCATION,
                            "/v1/program-events/" + added.file().programEventId() + "/files/"
                                    + added.file().id())
                    .entity(new AddedFileResponse(added.file(), added.eventVersion()))
                    .build();
        }
    }

    @GET
    @PermitAll
    @Path("/{fileId}")
    @Produces("*/*")
    @Operation(operationId = "downloadProgramEventFile", summary = "The bytes of a file")
    @APIResponse(
            responseCode = "200",
            description = "The file, whose SHA-256 is its digest, and its ETag",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(
            @PathParam("id") String id,
            @Parameter(description = FILE) @PathParam("fileId") String fileId,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var found = service.get(new Address(id, fileId), actor.get());
        return answer.of(found.file(), found.isPublic(), ifNoneMatch);
    }

    @DELETE
    @Path("/{fileId}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.INSTITUTE_ADMIN})
    @Operation(
            operationId = "removeProgramEventFile",
            summary = "Takes the file away from the program event",
            description =
                    """
                    A draft's file is deleted. That of a published event is withdrawn: it is in no list and no calendar any \
                    more, and nobody reads it but the event's hosts, the network administrator and the auditor.""")
    public void remove(
            @PathParam("id") String id,
            @Parameter(description = FILE) @PathParam("fileId") String fileId,
            @Parameter(description = "The ETag of the program event that this is based on", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch) {
        service.remove(new Address(id, fileId), ExpectedVersion.of(ifMatch), actor.get());
    }

    private static FileLabel label(@Nullable String name, @Nullable String title, @Nullable String contentType) {
        if (name == null) {
            throw Problem.invalid("name", "is required: the file's name");
        }
        return new FileLabel(name, title, FileType.ofContentType(contentType, EventFileService.WORDS));
    }
}
