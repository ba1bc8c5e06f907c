package ma.jazari.events.programevent;

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

/** Whether the log and tables of program events are as they were written. */
@Path("/v1/program-events/integrity")
@Produces(HistoryExport.NDJSON)
@Tag(name = "Integrity")
class ProgramEventIntegrityResource {

    private final IntegrityCheck check;

    ProgramEventIntegrityResource(IntegrityCheck check) {
        this.check = check;
    }

    @GET
    @RolesAllowed({Role.NETWORK_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "checkProgramEvents",
            summary = "Checks the whole log of program events, and their tables against it, for what was tampered with")
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
