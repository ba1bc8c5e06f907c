package ma.jazari.institutes.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.platform.changelog.HistoryExport;
import ma.jazari.platform.changelog.HistoryItem;
import ma.jazari.platform.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The hash chains of all institutes, for the archives of auditors. */
@Path("/v1/network/history")
@Produces(HistoryExport.NDJSON)
@Tag(name = "History")
class NetworkHistoryResource {

    private final HistoryExport export;

    NetworkHistoryResource(HistoryExport export) {
        this.export = export;
    }

    @GET
    @RolesAllowed({Role.NETWORK_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "exportNetworkHistory",
            summary = "The hash chains of all institutes, an item a line, ordered by institute and version")
    @APIResponse(
            responseCode = "200",
            description = "One item a line; an answer that breaks off is not complete",
            content = @Content(mediaType = HistoryExport.NDJSON, schema = @Schema(implementation = HistoryItem.class)))
    public Response export() {
        StreamingOutput chains = to -> export.writeAll(InstitutePolicy.SUBJECT, to);
        return Response.ok(chains, HistoryExport.NDJSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
