package ma.jazari.partnerships.partykey;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Base64url without padding (RFC 7515, section 2), in the one way to write it: no two texts are the same bytes. */
final class Base64Url {

    private Base64Url() {}

    /** The bytes; empty for any other text. */
    static Optional<byte[]> decode(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
