package ma.jazari.partnerships.partnerexport;

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
import ma.jazari.partnerships.partner.PartnerPolicy;
import ma.jazari.partnerships.partner.PartnerQuery;
import ma.jazari.partnerships.partner.PartnerSearch;
import ma.jazari.platform.exporting.ExportAnswer;
import ma.jazari.platform.exporting.ExportFormat;
import ma.jazari.platform.exporting.ExportTable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Exports of partners over HTTP. */
@Path("/v1/partners/export")
@Tag(name = "Bulk")
class PartnerExportResource {

    private static final ExportTable PARTNERS = new ExportTable("partner", PartnerPolicy.SUBJECT);

    private final ExportAnswer answer;

    PartnerExportResource(ExportAnswer answer) {
        this.answer = answer;
    }

    @GET
    @PermitAll
    @Produces({ExportFormat.JSON_TYPE, ExportFormat.NDJSON_TYPE, ExportFormat.CSV_TYPE})
    @Operation(
            operationId = "exportPartners",
            summary = "The partners, whole, as a file",
            description =
                    """
                    The partners that the filters of the list keep, each with its full public state as the change feed gives it. \
                    `X-Cursor` is the place in the change feed that the export is true at: read the export, then \
                    `GET /v1/changes?after=` that cursor, and nothing is missed.""")
    @APIResponse(
            responseCode = "200",
            description = "The partners, by id",
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
                @Content(mediaType = ExportFormat.JSON_TYPE, schema = @Schema(implementation = ExportedPartners.class)),
                @Content(mediaType = ExportFormat.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response export(
            @BeanParam PartnerQuery query,
            @Parameter(hidden = true) @QueryParam("fields") @Nullable String fields,
            @Context HttpHeaders headers) {
        ExportAnswer.refuseFields(fields);
        return answer.of(PARTNERS, PartnerSearch.filter(query), List.of(PartnerFormat.values()), headers);
    }
}
