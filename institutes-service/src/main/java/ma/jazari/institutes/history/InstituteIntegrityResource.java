package ma.jazari.institutes.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import ma.jazari.platform.changelog.HistoryExport;
import ma.jazari.platform.integrity.IntegrityCheck;
import ma.jazari.platform.integrity.IntegrityLine;
import ma.jazari.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the institutes' log and tables are as they were written. */
@Path("/v1/institutes/integrity")
@Produces(HistoryExport.NDJSON)
@Tag(name = "Integrity")
class InstituteIntegrityResource {

    private final IntegrityCheck check;

    InstituteIntegrityResource(IntegrityCheck check) {
        this.check = check;
    }

    @GET
    @RolesAllowed({Role.NETWORK_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "checkInstitutes",
            summary = "Checks the whole log of institutes, and their tables against it, for what was tampered with")
    @APIResponse(
            responseCode = "200",
            description = "Line by line while the check runs; the last line is the result",
            content =
                    @Content(mediaType = HistoryExport.NDJSON, schema = @Schema(implementation = IntegrityLine.class)))
    public Response check() {
        StreamingOutput lines = check::run;
        return Response.ok(lines, HistoryExport.NDJSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
