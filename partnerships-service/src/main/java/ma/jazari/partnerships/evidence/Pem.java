package ma.jazari.partnerships.evidence;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;

/** Public keys as files that other programs read (RFC 7468). */
final class Pem {

    private static final int LINE = 64;

    private Pem() {}

    static String of(PublicKey key) {
        var lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PUBLIC KEY-----\n" + lines.encodeToString(key.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }
}
