package ma.jazari.partnerships.webhooksigning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Verifies {@code v1a} signatures from what a receiver has: the public key as text. */
public final class Ed25519Verifier {

    // The DER form of a public key of Ed25519 (RFC 8410) is this and the raw key.
    private static final byte[] DER = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519Verifier() {}

    /** Whether one of the signatures of the header is the key's over the text. */
    public static boolean verifies(String publicKey, String header, String text) throws GeneralSecurityException {
        var raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        var encoded = Arrays.copyOf(DER, DER.length + raw.length);
        System.arraycopy(raw, 0, encoded, DER.length, raw.length);
        var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        for (var one : header.split(" ", -1)) {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(text.getBytes(UTF_8));
            if (one.startsWith("v1a,") && signature.verify(Base64.getDecoder().decode(one.substring(4)))) {
                return true;
            }
        }
        return false;
    }
}
