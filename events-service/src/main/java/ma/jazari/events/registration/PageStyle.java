package ma.jazari.events.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * How a page looks.
 *
 * @param text CSS, as it stands in the page
 * @param source what a Content-Security-Policy allows this style by, and no other
 */
record PageStyle(String text, String source) {

    static PageStyle read(String resource) {
        try (var file = PageStyle.class.getResourceAsStream(resource)) {
            var bytes = Objects.requireNonNull(file, resource).readAllBytes();
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new PageStyle(
                    new String(bytes, StandardCharsets.UTF_8),
                    "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
