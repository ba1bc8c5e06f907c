package ma.jazari.partnerships.evidence;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import ma.jazari.partnerships.convention.RevisionNumber;
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

/** The evidence of a convention over HTTP, streamed. */
@Path("/v1/conventions/{id}/evidence")
@Produces(EvidenceResource.ZIP)
@Tag(name = "Conventions")
class EvidenceResource {

    static final String ZIP = "application/zip";

    private final EvidenceService service;
    private final EvidenceBundle bundle;
    private final CurrentActor actor;

    EvidenceResource(EvidenceService service, EvidenceBundle bundle, CurrentActor actor) {
        this.service = service;
        this.bundle = bundle;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getConventionEvidence",
            summary = "All that proves who agreed to a text of a convention, in a bundle that verifies offline",
            description =
                    "The canonical form and its digest, approvals, signatures and the keys that they were made with, the history"
                            + " as a hash chain, annexes and scans, each as far as the caller may see it; with a manifest of digests,"
                            + " a README that tells how to verify them with public tools, and a script that does.")
    @APIResponse(
            responseCode = "200",
            description = "A zip; one that breaks off has no manifest.json",
            headers =
                    @Header(
                            name = HttpHeaders.CONTENT_DISPOSITION,
                            description = "The name to save it under",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            examples = "attachment; filename=\"CNV-2026-00017-r1-evidence.zip\"")),
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(
            @PathParam("id") String id,
            @Parameter(
                            description =
                                    "The number of the text; by default the one that counts: in force, or proposed, or in force last",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @QueryParam("revision")
                    @Nullable String revision) {
        var number = revision == null ? null : Integer.valueOf(RevisionNumber.of("revision", revision));
        var evidence = service.gather(id, number, actor.get());
        StreamingOutput zip = to -> bundle.write(evidence, to);
        return Response.ok(zip, ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + evidence.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
