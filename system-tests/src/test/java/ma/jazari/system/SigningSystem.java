package ma.jazari.system;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A party's system that signs, written with nothing but the JDK, as an integrator would: ES256, detached (RFC 7515, F). */
final class SigningSystem {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int COORDINATE = 32;

    private final KeyPair pair;
    private final String kid;

    private SigningSystem(KeyPair pair, String kid) {
        this.pair = pair;
        this.kid = kid;
    }

    static SigningSystem withKey(String kid) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return new SigningSystem(generator.generateKeyPair(), kid);
    }

    /** The public key, as PUT .../keys takes it. */
    String keySet() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return """
                {"keys": [{"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": "%s", "x": "%s", "y": "%s"}]}
                """
                .formatted(kid, coordinate(point.getAffineX()), coordinate(point.getAffineY()));
    }

    /** A detached JWS over the bytes. */
    String sign(byte[] payload) throws GeneralSecurityException {
        var header = URL.encodeToString(
                "{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(kid).getBytes(StandardCharsets.UTF_8));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update((header + "." + URL.encodeToString(payload)).getBytes(StandardCharsets.US_ASCII));
        return header + ".." + URL.encodeToString(signature.sign());
    }

    private static String coordinate(BigInteger value) {
        var bytes = value.toByteArray();
        var padded = new byte[COORDINATE];
        int from = Math.max(0, bytes.length - COORDINATE);
        var kept = Arrays.copyOfRange(bytes, from, bytes.length);
        System.arraycopy(kept, 0, padded, COORDINATE - kept.length, kept.length);
        return URL.encodeToString(padded);
    }
}
