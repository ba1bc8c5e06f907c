package ma.jazari.partnerships.attachment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import ma.jazari.platform.file.FileType;
import ma.jazari.platform.file.Upload;
import ma.jazari.platform.id.Uuids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** For tests alone: files in and out over HTTP, at addresses that no convention has. */
@Path("/v1/conventions/{id: test-.+}/attachments")
public class StreamedAttachmentResource {

    static final AtomicLong RECEIVED = new AtomicLong();

    private final Attachments attachments;

    StreamedAttachmentResource(Attachments attachments) {
        this.attachments = attachments;
    }

    @POST
    @PermitAll
    @Operation(hidden = true)
    public Response take(
            @PathParam("id") String id,
            @QueryParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream body)
            throws IOException {
        var type = FileType.ofContentType(contentType, Attachments.WORDS);
        var meta = AttachmentFixture.meta(name, type);
        try (var upload = Upload.receive(type, Attachments.WORDS, counted(body));
                var file = upload.open()) {
            var stored = QuarkusTransaction.requiringNew()
                    .call(() -> attachments.store(Uuids.next(), id.replaceFirst("test-", ""), meta, file));
            return Response.ok(stored, MediaType.APPLICATION_JSON_TYPE).build();
        }
    }

    @GET
    @PermitAll
    @Path("/{attachmentId}")
    @Operation(hidden = true)
    public Response give(@PathParam("id") String id, @PathParam("attachmentId") String attachmentId) {
        var attachment = attachments.find(attachmentId).orElseThrow();
        return Response.ok((StreamingOutput) to -> attachments.write(attachmentId, to))
                .type(MediaType.valueOf(attachment.mediaType()))
                .header(HttpHeaders.CONTENT_LENGTH, attachment.size())
                .build();
    }

    private static InputStream counted(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                RECEIVED.addAndGet(Math.max(0, read));
                return read;
            }
        };
    }
}
