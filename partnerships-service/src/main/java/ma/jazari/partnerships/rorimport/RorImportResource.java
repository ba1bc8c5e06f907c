package ma.jazari.partnerships.rorimport;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Locale;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
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

/** Imports of ROR dumps over HTTP. */
@Path("/v1/partners/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bulk")
class RorImportResource {

    private final RorImportService service;
    private final CurrentActor actor;
    private final CurrentVertxRequest request;

    RorImportResource(RorImportService service, CurrentActor actor, CurrentVertxRequest request) {
        this.service = service;
        this.actor = actor;
        this.request = request;
    }

    @POST
    @Consumes({RorFile.JSON_TYPE, RorFile.NDJSON_TYPE, RorFile.ZIP_TYPE})
    @RolesAllowed(Role.NETWORK_ADMIN)
    @Operation(
            operationId = "importPartners",
            summary = "Creates and updates the partners of a ROR dump",
            description =
                    """
                    A dump of the Research Organization Registry in schema 2, as one array, as one record a line, or as the zip \
                    that it is published in. A record is of the partner that was made of it, else of the one that has its ROR \
                    id, else of a new one. What an administrator has written of a partner stays; GET /v1/partners/differences \
                    says where that is not what ROR says. The answer begins at once with white space and ends with the report. A \
                    file can be imported again: what is known comes out unchanged.""")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = RorFile.JSON_TYPE, schema = @Schema(type = SchemaType.ARRAY)),
                @Content(mediaType = RorFile.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = RorFile.ZIP_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of the records; status says whether the import came to its end",
            content = @Content(schema = @Schema(implementation = RorImportReport.class)))
    public Response take(
            @Parameter(hidden = true) InputStream body,
            @Parameter(
                            description = "Whether to check everything and write nothing",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("dryRun")
                    @Nullable String dryRun,
            @Parameter(
                            description =
                                    "Whether new partners may look like others that ROR says nothing of, by a name in the same"
                                            + " country, a domain, or an id",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("confirmed")
                    @Nullable String confirmed,
            @Parameter(description = "gzip, or absent") @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        boolean isZip = MediaType.valueOf(RorFile.ZIP_TYPE)
                .isCompatible(MediaType.valueOf(type == null ? RorFile.JSON_TYPE : type));
        var upload = new RorFile.Upload(body, isGzip(encoding), isZip);
        var order = new Order(ListQuery.flag("dryRun", dryRun), ListQuery.flag("confirmed", confirmed), actor.get());
        var job = service.begin(upload, order);
        // If the client is gone before it runs.
        request.getCurrent().addEndHandler(ended -> Thread.startVirtualThread(job::abandon));
        return Response.ok((StreamingOutput) job::run)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
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
