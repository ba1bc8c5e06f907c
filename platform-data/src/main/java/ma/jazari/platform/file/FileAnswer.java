package ma.jazari.platform.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import ma.jazari.platform.http.IfNoneMatch;
import org.jspecify.annotations.Nullable;

/** Files over HTTP: the bytes, streamed, or that the caller has them. The entity tag is the digest. */
@ApplicationScoped
public class FileAnswer {

    private final FileBytes bytes;

    FileAnswer(FileBytes bytes) {
        this.bytes = bytes;
    }

    /** @param isPublic whether everybody may have it, and caches keep it */
    public Response of(StoredFile file, boolean isPublic, @Nullable String ifNoneMatch) {
        var tag = "\"" + file.digest() + "\"";
        if (IfNoneMatch.names(ifNoneMatch, tag)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        StreamingOutput written = to -> bytes.read(file.id(), to);
        return Response.ok(written)
                .type(MediaType.valueOf(file.mediaType()))
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                // Never shown in place, where a browser might run it.
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, isPublic ? "no-cache" : "private, no-store")
                .header(HttpHeaders.ETAG, tag)
                .build();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
