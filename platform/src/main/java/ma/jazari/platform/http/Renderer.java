package ma.jazari.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a representation once: its bytes, and the headers that follow from them. */
@Singleton
public class Renderer {

    private static final int DIGEST_BYTES = 8;

    private final ObjectMapper mapper;
    private final FieldSelection fields;

    Renderer(ObjectMapper mapper, FieldSelection fields) {
        this.mapper = mapper;
        this.fields = fields;
    }

    /** @param selection the names of {@code ?fields=}; null for all */
    public Rendered render(Object entity, @Nullable String selection) {
        try {
            var body = mapper.writeValueAsBytes(fields.select(entity, selection));
            var language = entity instanceof Localized localized ? localized.contentLanguage() : null;
            return new Rendered(body, etag(entity, body), language);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String etag(Object entity, byte[] body) {
        var digest = HexFormat.of().formatHex(sha256(body), 0, DIGEST_BYTES);
        var version = entity instanceof Versioned versioned ? versioned.version() + "-" : "";
        return "\"" + version + digest + "\"";
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * A written representation.
     *
     * @param contentLanguage BCP 47 tags; null where nothing was chosen by language
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    public record Rendered(byte[] body, String etag, @Nullable String contentLanguage) {

        public Map<String, String> headers() {
            var headers = new LinkedHashMap<String, String>();
            headers.put(HttpHeaders.ETAG, etag);
            if (contentLanguage != null) {
                headers.put(HttpHeaders.CONTENT_LANGUAGE, contentLanguage);
            }
            return headers;
        }
    }
}
