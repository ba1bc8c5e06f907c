package ma.jazari.institutes.importing;

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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import ma.jazari.institutes.bulk.FileFormat;
import ma.jazari.institutes.intake.RejectedLine;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Imports of institutes over HTTP. */
@Path("/v1/institutes/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bulk")
class ImportResource {

    private static final String NDJSON_EXAMPLE =
            """
            {"kind": "INSTITUTE", "status": "ACTIVE", "names": [{"value": "Institut Al-Jazari de Fès", "lang": "fr", \
            "type": "DISPLAY"}], "missions": ["RESEARCH"], "region": "MA-03", "domains": ["fes.example.org"]}
            """;
    private static final String CSV_EXAMPLE =
            """
            kind,status,name_fr,name_ar,missions,region,domains
            INSTITUTE,ACTIVE,Institut Al-Jazari de Fès,معهد الجزري بفاس,RESEARCH;TRAINING,MA-03,fes.example.org
            """;

    private final ImportService service;
    private final CurrentActor actor;

    ImportResource(ImportService service, CurrentActor actor) {
        this.service = service;
        this.actor = actor;
    }

    @POST
    @Consumes({FileFormat.NDJSON_TYPE, FileFormat.CSV_TYPE})
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Operation(
            operationId = "importInstitutes",
            summary = "Creates and updates the institutes of a file",
            description =
                    """
                    A file of up to 100,000 lines and 200 MB, one institute a line. A line names the institute that it is of by \
                    `id`, by an id in another registry or by a domain; a line that names none is a new institute. The answer \
                    begins at once with white space and ends with the report. A file can be imported again: what is written \
                    already comes out unchanged.""")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = FileFormat.NDJSON_TYPE,
                        schema = @Schema(type = SchemaType.STRING, examples = NDJSON_EXAMPLE)),
                @Content(
                        mediaType = FileFormat.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "csv", value = CSV_EXAMPLE))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of the lines; status says whether the import came to its end",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public Response take(
            @Parameter(hidden = true) InputStream body,
            @Parameter(
                            description = "Whether to check everything and write nothing",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("dryRun")
                    @Nullable String dryRun,
            @Parameter(
                            description = "Whether new institutes may be called as others are",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("confirmed")
                    @Nullable String confirmed,
            @Parameter(description = "gzip, or absent") @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String length) {
        var format = format(type);
        var upload = new ImportService.Upload(
                body, format, isGzip(encoding), length == null ? -1 : Long.parseLong(length.trim()));
        var order = new ImportRuns.Order(
                format.mediaType(),
                ListQuery.flag("dryRun", dryRun),
                ListQuery.flag("confirmed", confirmed),
                actor.get());
        var job = service.begin(upload, order);
        return Response.ok((StreamingOutput) job::run)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @RolesAllowed({Role.NETWORK_ADMIN, Role.AUDITOR})
    @Operation(operationId = "listInstituteImports", summary = "The imports there were, newest first")
    public Page<ImportRun> runs(@BeanParam ListQuery query) {
        return service.runs(query);
    }

    @GET
    @Path("/{runId}")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.AUDITOR})
    @Operation(operationId = "getInstituteImport", summary = "One import, while it runs and afterwards")
    public ImportRun run(
            @Parameter(description = "The id that the report and the list give") @PathParam("runId") String runId) {
        return service.run(runId);
    }

    @GET
    @Path("/{runId}/lines")
    @RolesAllowed({Role.NETWORK_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "listInstituteImportLines",
            summary = "The lines that the import rejected, in the order of the file")
    public Page<RejectedLine> lines(
            @Parameter(description = "The id that the report and the list give") @PathParam("runId") String runId,
            @BeanParam ListQuery query) {
        return service.lines(runId, query);
    }

    private static FileFormat format(@Nullable String contentType) {
        var type = MediaType.valueOf(contentType == null ? FileFormat.NDJSON_TYPE : contentType);
        var charset = type.getParameters().getOrDefault("charset", StandardCharsets.UTF_8.name());
        if (!charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "A file to import is UTF-8, not " + charset + ".");
        }
        return type.getSubtype().equalsIgnoreCase("csv") ? FileFormat.CSV : FileFormat.NDJSON;
    }

    private static boolean isGzip(@Nullable String encoding) {
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Content-Encoding may be gzip or absent, not " + encoding + ".");
        };
    }
}
