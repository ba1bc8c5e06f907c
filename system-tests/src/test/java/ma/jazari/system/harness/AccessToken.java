package ma.jazari.system.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A token, and until when it is good. */
record AccessToken(String text, Instant expires) {

    private static final Duration MARGIN = Duration.ofSeconds(60);

    static AccessToken of(String text) {
        try {
            var claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(text.split("\\.", -1)[1]));
            return new AccessToken(
                    text, Instant.ofEpochSecond(claims.path("exp").asLong()));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    boolean isFresh() {
        return Instant.now().isBefore(expires.minus(MARGIN));
    }
}
