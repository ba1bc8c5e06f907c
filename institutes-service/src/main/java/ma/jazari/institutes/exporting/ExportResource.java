package ma.jazari.institutes.exporting;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.institutes.institute.InstituteQuery;
import ma.jazari.institutes.institute.InstituteSearch;
import ma.jazari.platform.exporting.ExportAnswer;
import ma.jazari.platform.exporting.ExportFormat;
import ma.jazari.platform.exporting.ExportTable;
import ma.jazari.platform.security.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Exports of institutes over HTTP. */
@Path("/v1/institutes/export")
@Tag(name = "Bulk")
class ExportResource {

    private static final ExportTable INSTITUTES = new ExportTable("institute", InstitutePolicy.SUBJECT);

    private final ExportAnswer answer;
    private final CurrentActor actor;

    ExportResource(ExportAnswer answer, CurrentActor actor) {
        this.answer = answer;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Produces({ExportFormat.JSON_TYPE, ExportFormat.NDJSON_TYPE, ExportFormat.CSV_TYPE, InstituteFormat.GEOJSON_TYPE})
    @Operation(
            operationId = "exportInstitutes",
            summary = "The institutes of the network, whole, as a file",
            description =
                    """
                    All institutes that the caller may see, each with its full public state as the change feed gives it. \
                    `X-Cursor` is the place in the change feed that the export is true at: read the export, then \
                    `GET /v1/changes?after=` that cursor, and nothing is missed.""")
    @APIResponse(
            responseCode = "200",
            description = "The institutes, by id",
            headers = {
                @Header(
                        name = ExportAnswer.CURSOR,
                        description = "Where to go on in the change feed",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = HttpHeaders.ETAG,
                        description = "The same as long as nothing has changed",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = {
                @Content(
                        mediaType = ExportFormat.JSON_TYPE,
                        schema = @Schema(implementation = ExportedInstitutes.class)),
                @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = InstituteFormat.GEOJSON_TYPE, schema = @Schema(type = SchemaType.OBJECT))
            })
    public Response export(
            @BeanParam InstituteQuery query,
            @Parameter(hidden = true) @QueryParam("fields") @Nullable String fields,
            @Context HttpHeaders headers) {
        ExportAnswer.refuseFields(fields);
        return answer.of(
                INSTITUTES, InstituteSearch.filter(query, actor.get()), List.of(InstituteFormat.values()), headers);
    }
}
