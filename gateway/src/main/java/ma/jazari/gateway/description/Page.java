package ma.jazari.gateway.description;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import ma.jazari.platform.http.IfNoneMatch;

/**
 * Something that is the same for everybody until the next release, with its ETag.
 *
 * @param mediaType its Content-Type
 * @param plain the bytes
 * @param zipped the same with gzip
 * @param tag strong, of the bytes
 */
record Page(String mediaType, Buffer plain, Buffer zipped, String tag) {

    private static final int NOT_MODIFIED = 304;
    private static final int TAG_BYTES = 12;

    static Page of(String mediaType, String text) {
        return of(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    static Page of(String mediaType, byte[] bytes) {
        return new Page(mediaType, Buffer.buffer(bytes), Buffer.buffer(zip(bytes)), tagOf(bytes));
    }

    /** Answers GET and HEAD, 304 to whoever has it. */
    void answer(RoutingContext context) {
        var request = context.request();
        boolean gzip = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT_ENCODING), "")
                .contains("gzip");
        var shown = gzip ? tag.replaceFirst("\"$", "-gzip\"") : tag;
        var response = context.response()
                .putHeader(HttpHeaders.ETAG, shown)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding");
        if (IfNoneMatch.names(request.getHeader(HttpHeaders.IF_NONE_MATCH), shown)) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        var body = gzip ? zipped : plain;
        response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (HttpMethod.HEAD.equals(request.method())) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static byte[] zip(byte[] bytes) {
        var zipped = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(zipped)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static String tagOf(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
